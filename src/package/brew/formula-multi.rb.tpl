class {{brewFormulaName}} < Formula
  desc "Terminal chat client for language models whose Ctrl-C really stops them"
  homepage "{{projectLinkHomepage}}"
  version "{{projectVersion}}"
  license "{{projectLicense}}"

  {{brewMultiPlatform}}

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/belay"
    man1.install_symlink Dir[libexec/"share/man/man1/*"]
    bash_completion.install_symlink libexec/"share/bash-completion/completions/belay"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_belay"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/belay.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/belay --version")
    assert_match "Ctrl-C", shell_output("#{bin}/belay --no-save -m guide how do I stop an answer")
  end
end
