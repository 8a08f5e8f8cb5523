package dev.belay;

import dev.belay.cli.Exit;
import java.util.List;

/** Uses the program as a person would, so that the JVM can record what its start needs. Only the build runs it. */
public final class Training {

    private Training() {}

    /**
     * @param args the use to train for, {@code ask} or {@code chat}: what is not used is not loaded at each start; then the base
     *     URLs of the servers to ask
     */
    public static void main(String[] args) {
        System.setProperty("belay.input", "");
        Main.warmUp(args[0].equals("chat") ? "ask-https" : args[0]);
        // A chat's answers are for a terminal, and one that is asked for once may be.
        System.setProperty("belay.terminals", args[0].equals("ask") ? "" : "1");
        for (int i = 1; i < args.length; i++) {
            expectComplete(Main.run("--base-url", args[i], "-m", "m", "one", "question"));
        }
        if (args[0].equals("chat")) {
            System.setProperty("belay.terminals", "012");
            expectComplete(Main.run());
            expectComplete(Main.run("sessions"));
            expectComplete(Main.run("sessions", "search", "answer"));
            for (String kind : List.of("models", "providers", "sessions", "roles")) {
                expectComplete(Main.run("completion", "--values", kind, "--", ""));
            }
        }
        System.exit(0);
    }

    private static void expectComplete(Exit exit) {
        if (!exit.equals(Exit.COMPLETE)) {
            throw new IllegalStateException("training ended with " + exit);
        }
    }
}
