package dev.belay.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A shell that people write scripts for. */
enum Shell {
    BASH,
    DASH,
    ZSH;

    private String program() {
        return "/usr/bin/" + name().toLowerCase(Locale.ROOT);
    }

    /** Its path; the test is skipped, with a word, where it is not installed. */
    String installed() {
        assumeTrue(Files.isExecutable(Path.of(program())), program() + " is missing: apt-get install " + this);
        return program();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
