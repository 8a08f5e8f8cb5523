package dev.belay.cli;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.os.Os;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Stopped;
import dev.belay.wire.Within;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has a command of the person's own tell a key: the first line that it prints. What it says on standard error goes to the
 * person; what it prints goes nowhere else. Lives on the main thread.
 */
final class KeyCommand implements Sources.KeySource {

    /** Long enough to type a passphrase. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final int LONGEST_KEY = 1 << 14;

    /** What a shell ends with when Ctrl-C ended its command. */
    private static final int INTERRUPTED = 130;

    private final Interrupts interrupts;
    private final Duration limit;

    KeyCommand(Interrupts interrupts, Duration limit) {
        this.interrupts = interrupts;
        this.limit = limit;
    }

    @Override
    public String key(String provider, String command) {
        Running running = new Running();
        try {
            return interrupts.stoppable(running::kill, () -> told(running.start(provider, command), provider));
        } finally {
            running.kill();
        }
    }

    /** The command's process. A stop waits while it is being started: else it would be left behind. Any thread kills. */
    private static final class Running {
        private @Nullable Process process;
        private boolean killed;

        synchronized Process start(String provider, String command) {
            if (killed) {
                throw problem(provider, "was stopped");
            }
            Process started = KeyCommand.start(provider, command);
            process = started;
            return started;
        }

        synchronized void kill() {
            killed = true;
            if (process != null) {
                KeyCommand.kill(process);
            }
        }
    }

    private static Process start(String provider, String command) {
        try {
            Process process =
                    Os.current().shell(command).redirectError(Redirect.INHERIT).start();
            // There is nothing to read for it.
            process.getOutputStream().close();
            return process;
        } catch (IOException noShell) {
            throw problem(provider, "cannot be run: there is no shell");
        }
    }

    private String told(Process process, String provider) {
        return checked(firstLine(process, provider), process.exitValue(), provider);
    }

    private String firstLine(Process process, String provider) {
        try {
            return Within.limit(limit, () -> firstLine(process), () -> kill(process));
        } catch (SocketTimeoutException late) {
            throw problem(provider, "did not end within " + limit.toSeconds() + " s");
        } catch (IOException broken) {
            throw problem(provider, "broke off");
        }
    }

    /** Waits for the end as well: a command that fails has told no key. */
    private static String firstLine(Process process) throws IOException {
        InputStream out = process.getInputStream();
        byte[] line = new byte[LONGEST_KEY];
        int length = 0;
        for (int next = out.read(); next >= 0 && next != '\n' && length < line.length; next = out.read()) {
            line[length++] = (byte) next;
        }
        try {
            process.waitFor();
        } catch (InterruptedException stray) {
            throw new IOException(stray);
        }
        return new String(line, 0, length, StandardCharsets.UTF_8).strip();
    }

    private static String checked(String line, int exit, String provider) {
        if (exit == INTERRUPTED) {
            throw new Stopped(Cause.KEY);
        }
        if (exit != 0) {
            throw problem(provider, "failed with exit code " + exit);
        }
        if (line.isEmpty()) {
            throw problem(provider, "printed no key");
        }
        return line;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ProblemException problem(String provider, String what) {
        return ProblemException.configuration(
                "the key_command of " + provider + " " + what, "it is in the config: belay config edit");
    }
}
