package dev.belay.image;

import dev.belay.cli.ManPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What helps at the shell, and under which licences all of it is, in the places below {@code share} where packages put it. */
final class Documents {

    private final Layout layout;

    Documents(Layout layout) {
        this.layout = layout;
    }

    void write() throws IOException {
        Path share = Folders.emptied(layout.share());
        ManPages.write(share.resolve("man/man1"));
        Path completions = layout.root().resolve("completions");
        Folders.copy(completions.resolve("belay.bash"), share.resolve("bash-completion/completions/belay"));
        Folders.copy(completions.resolve("_belay"), share.resolve("zsh/site-functions/_belay"));
        Folders.copy(completions.resolve("belay.fish"), share.resolve("fish/vendor_completions.d/belay.fish"));
        copyLicences(share.resolve("doc/belay"));
    }

    private void copyLicences(Path texts) throws IOException {
        Folders.copy(layout.target().resolve("third-party/THIRD-PARTY.txt"), texts.resolve("THIRD-PARTY.txt"));
        Folders.copy(layout.root().resolve("LICENSE"), texts.resolve("LICENSE"));
        try (Stream<Path> licences = Files.list(layout.sources().resolve("licenses"))) {
            for (Path licence : licences.toList()) {
                Folders.copy(licence, texts.resolve("licenses").resolve(licence.getFileName()));
            }
        }
    }
}
