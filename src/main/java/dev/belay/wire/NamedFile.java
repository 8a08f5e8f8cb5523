package dev.belay.wire;

import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a person named in a setting or a variable.
 *
 * @param setting where it was named, for messages: {@code SSL_CERT_FILE}, {@code ca_file}
 * @param path where it lies
 */
public record NamedFile(String setting, Path path) {

    private static final int LARGEST = 64 << 20;

    /** Its text; only ASCII of it means anything. */
    String read() {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw ProblemException.configuration(
                    setting + ": cannot read the file " + path,
                    Files.exists(path) ? "check who may read it" : "check its name");
        }
    }

    /** What is wrong with it, to be thrown. */
    ProblemException wrong(String what, String hint) {
        return ProblemException.configuration(setting + ": the file " + path + " " + what, hint);
    }
}
