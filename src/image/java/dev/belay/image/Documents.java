package dev.belay.image;

import dev.belay.cli.ManPages;
import java.io.IOException;
import java.nio.file.Path;

/** What helps at the shell, in the places below {@code share} where packages put it. */
final class Documents {

    private final Layout layout;

    Documents(Layout layout) {
        this.layout = layout;
    }

    void write() throws IOException {
        Path share = Folders.emptied(layout.share());
        ManPages.write(share.resolve("man/man1"));
        Path completions = layout.completions();
        Folders.copy(completions.resolve("belay.bash"), share.resolve("bash-completion/completions/belay"));
        Folders.copy(completions.resolve("_belay"), share.resolve("zsh/site-functions/_belay"));
        Folders.copy(completions.resolve("belay.fish"), share.resolve("fish/vendor_completions.d/belay.fish"));
    }
}
