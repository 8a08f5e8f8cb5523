package dev.belay;

import dev.belay.cli.Belay;
import dev.belay.cli.Exit;
import dev.belay.os.Os;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Signals;
import dev.belay.repl.tty.StandardStreams;
import dev.belay.wire.Http;
import java.io.IOException;

/** Where the program begins, and the only place where it ends. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        warmUp(System.getProperty("belay.use", ""));
        end(run(words));
    }

    /** A question is sent as soon as it is read; before a chat's first one there is time. */
    static void warmUp(String use) {
        if (use.equals("ask-https")) {
            Http.warmUpTls();
        }
        if (use.startsWith("ask")) {
            Http.warmUp();
        }
    }

    /** Signals are caught before anything else: one that comes early must still end the program by its own name. */
    static Exit run(String... words) {
        Interrupts interrupts = new Interrupts(cause -> end(Exit.of(cause)));
        interrupts.install();
        StandardStreams.begin();
        return new Belay(interrupts).run(words);
    }

    private static void end(Exit exit) {
        if (!exit.signal().isEmpty() && Os.current().isPosix()) {
            dieBy(exit.signal());
        }
        StandardStreams.end();
        Http.hangUp();
        // Not System.exit: it sets up logging first, which costs more than asking. All is closed and flushed by now.
        Runtime.getRuntime().halt(exit.code());
    }

    /** A true death by the signal, as Unix programs do it: a shell then stops its loop as well. */
    private static void dieBy(String signal) {
        Signals.reset(signal);
        try {
            Os.current()
                    .shell("kill -" + signal + " " + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException noShell) {
            // The exit code alone has to say it.
        }
    }
}
