package dev.belay;

import dev.belay.cli.Belay;
import dev.belay.cli.Exit;
import dev.belay.repl.Interrupts;
import java.io.IOException;
import org.jline.utils.Signals;

/** Where the program begins, and the only place where it ends. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Interrupts interrupts = new Interrupts(cause -> end(Exit.of(cause)));
        interrupts.install();
        end(new Belay(interrupts).run(words));
    }

    private static void end(Exit exit) {
        if (!exit.signal().isEmpty()) {
            dieBy(exit.signal());
        }
        System.exit(exit.code());
    }

    /** A true death by the signal, as Unix programs do it: a shell then stops its loop as well. */
    private static void dieBy(String signal) {
        Signals.registerDefault(signal);
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException noShell) {
            // The exit code alone has to say it.
        }
    }
}
