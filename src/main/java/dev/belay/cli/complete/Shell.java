package dev.belay.cli.complete;

import java.util.Optional;

/** The shells that are helped. */
public enum Shell {
    BASH("bash", "belay.bash") {
        @Override
        public String script(Grammar grammar) {
            return BashScript.of(grammar);
        }
    },
    ZSH("zsh", "_belay") {
        @Override
        public String script(Grammar grammar) {
            return ZshScript.of(grammar);
        }
    },
    FISH("fish", "belay.fish") {
        @Override
        public String script(Grammar grammar) {
            return FishScript.of(grammar);
        }
    },
    POWERSHELL("powershell", "belay.ps1") {
        @Override
        public String script(Grammar grammar) {
            return PowerShellScript.of(grammar);
        }
    };

    private final String word;
    private final String file;

    Shell(String word, String file) {
        this.word = word;
        this.file = file;
    }

    /** What the shell runs when Tab is pressed. */
    public abstract String script(Grammar grammar);

    /** As the command line names it. */
    public String word() {
        return word;
    }

    /** Under which name its script is kept. */
    public String file() {
        return file;
    }

    public static Optional<Shell> named(String word) {
        for (Shell shell : values()) {
            if (shell.word.equals(word)) {
                return Optional.of(shell);
            }
        }
        return Optional.empty();
    }
}
