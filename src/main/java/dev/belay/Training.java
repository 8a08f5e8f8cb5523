package dev.belay;

import dev.belay.cli.Exit;
import dev.belay.wire.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Uses the program as a person would, so that the JVM can record what its start needs. Only the build runs it. */
public final class Training {

    private Training() {}

    /**
     * @param args {@code ask} or {@code chat}: the use to train for; then two files with keys and certificates, of two kinds,
     *     which {@code SSL_CERT_FILE} makes trusted
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        System.setProperty("belay.input", "");
        Http.warmUp();
        ask(TrainingServers.plain());
        ask(TrainingServers.http2(Path.of(args[1])));
        ask(TrainingServers.secure(Path.of(args[2])));
        if (args[0].equals("chat")) {
            System.setProperty("belay.terminals", "012");
            expectComplete(Main.run());
        }
        System.exit(0);
    }

    private static void ask(String url) {
        expectComplete(Main.run("--base-url", url, "-m", "m", "one", "question"));
    }

    private static void expectComplete(Exit exit) {
        if (!exit.equals(Exit.COMPLETE)) {
            throw new IllegalStateException("training ended with " + exit);
        }
    }
}
