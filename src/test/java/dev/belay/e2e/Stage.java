package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pty4j.WinSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What one test plays on: a home, a server, and the programs that were started there. One thread. */
final class Stage implements AutoCloseable {
    private final Path root;
    private final Sandbox box;
    private final StreamServer server = StreamServer.start();
    private final List<Runnable> endings = new ArrayList<>();

    Stage() {
        try {
            root = Files.createTempDirectory("belay-e2e-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        box = new Sandbox(root);
    }

    Sandbox box() {
        return box;
    }

    StreamServer server() {
        return server;
    }

    /** The command line of belay with the test's server as its model. */
    List<String> belay(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Image.launcher(), "--base-url", server.baseUrl(), "-m", "test-model"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same as text for a shell. */
    String shellBelay(String... arguments) {
        return String.join(" ", belay(arguments));
    }

    /** belay in a terminal, waited for until it asks. */
    TerminalSession repl(String... arguments) {
        TerminalSession session = terminal(belay(arguments));
        session.awaitPrompt();
        return session;
    }

    /** An interactive shell with a prompt that cannot be taken for belay's. */
    TerminalSession shell() {
        box.set("PS1", "shell\\$ ");
        TerminalSession session = terminal(List.of("/usr/bin/env", "bash", "--norc", "--noprofile", "-i"));
        session.awaitScreen(
                s -> s.cursorLine().equals("shell$") || s.cursorLine().equals("shell#"), "the shell's prompt");
        return session;
    }

    TerminalSession terminal(List<String> command) {
        return keep(TerminalSession.start(box, command));
    }

    TerminalSession terminal(List<String> command, int columns, int rows) {
        return keep(TerminalSession.start(box, command, new WinSize(columns, rows)));
    }

    private TerminalSession keep(TerminalSession session) {
        endings.add(session::close);
        server.scene(session::scene);
        return session;
    }

    /** belay without a terminal and with nothing on stdin. */
    Run oneShot(String... arguments) {
        return run(belay(arguments));
    }

    /** A whole turn, saved as a session of its own. */
    void oneTurn(String message, String answer) {
        Run run = oneShot(message);
        server.awaitRequest().begin().token(answer).done();
        assertEquals(0, run.exit(), run.toString());
    }

    /** Answers what a run asks, and sees that it prints the answer and nothing else. */
    Request answered(Run run) {
        Exchange exchange = server.awaitRequest();
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("fine", run.out());
        return exchange.request();
    }

    /** Sees that a run ended with one clear sentence that has these words, and that nothing was asked or saved. */
    void assertRefused(Run run, String... words) {
        assertEquals(2, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        for (String word : words) {
            assertTrue(run.err().contains(word), run.err());
        }
        assertEquals("", run.out());
        assertEquals(0, server.connections());
        assertTrue(box.journals().isEmpty());
    }

    Run run(List<String> command) {
        return keep(Run.start(box, command, new byte[0]));
    }

    Run piped(String stdin, String... arguments) {
        return piped(stdin.getBytes(StandardCharsets.UTF_8), arguments);
    }

    Run piped(byte[] stdin, String... arguments) {
        return keep(Run.start(box, belay(arguments), stdin));
    }

    private Run keep(Run run) {
        endings.add(run::close);
        server.scene(run::scene);
        return run;
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        server.close();
        deleteAll();
    }

    /** What a multiplexer leaves behind writes its last a moment longer. */
    private void deleteAll() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!isDeleted()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("somebody still writes in " + root);
            }
            Thread.onSpinWait();
        }
    }

    private boolean isDeleted() {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (DirectoryNotEmptyException | NoSuchFileException written) {
            return false;
        } catch (UncheckedIOException vanished) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
