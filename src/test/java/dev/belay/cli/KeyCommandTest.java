package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Stopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@NeedsPosix
class KeyCommandTest {

    private final List<Cause> idle = new ArrayList<>();
    private final Interrupts interrupts = new Interrupts(idle::add);

    @TempDir
    Path folder;

    private String key(String command) {
        return new KeyCommand(interrupts, Duration.ofSeconds(20)).key("work", command);
    }

    @ParameterizedTest
    @CsvSource({
        "echo sk-1, sk-1",
        "printf sk-1, sk-1",
        "printf '  sk-1 \\r\\n', sk-1",
        "printf 'sk-1\\nsecond\\nthird\\n', sk-1",
        "echo told aside >&2; echo sk-1, sk-1",
        "cat; echo sk-1, sk-1"
    })
    void theFirstLineIsTheKey(String command, String key) {
        assertEquals(key, key(command));
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, failed with exit code 3",
        "echo sk-MARKED; exit 1, failed with exit code 1",
        "true, printed no key",
        "echo; echo sk-MARKED, printed no key",
        "no-such-command-here 2>/dev/null, failed with exit code 127"
    })
    void aCommandThatFailsIsToldWithoutWhatItPrinted(String command, String what) {
        ProblemException problem = assertThrows(ProblemException.class, () -> key(command));
        assertEquals(Kind.CONFIGURATION, problem.problem().kind());
        assertEquals("the key_command of work " + what, problem.problem().message());
        assertFalse(problem.getMessage().contains("MARKED"), problem.getMessage());
    }

    @Test
    void aCommandThatHangsIsEndedWithAllThatItStarted() throws Exception {
        Path pids = folder.resolve("pids");
        KeyCommand command = new KeyCommand(interrupts, Duration.ofMillis(300));
        ProblemException problem = assertThrows(
                ProblemException.class, () -> command.key("work", "sleep 100 & echo $! >" + pids + "; wait"));
        assertTrue(problem.getMessage().contains("did not end within"), problem.getMessage());
        Optional<ProcessHandle> child = process(pids);
        if (child.isPresent()) {
            child.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static Optional<ProcessHandle> process(Path pids) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pids).strip()));
    }

    @Test
    void whatGoesOnInTheBackgroundIsNotWaitedFor() throws IOException {
        Path pids = folder.resolve("pids");
        assertEquals("sk-1", key("sleep 100 & echo $! >" + pids + "; echo sk-1"));
        process(pids).orElseThrow().destroyForcibly();
    }

    @Test
    void aStopEndsTheCommandAndIsToldAsEver() throws Exception {
        Path begun = folder.resolve("begun");
        assertEquals(0, new ProcessBuilder("mkfifo", begun.toString()).start().waitFor());
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        new Thread(() -> end.complete(
                        assertThrows(RuntimeException.class, () -> key("echo begun >" + begun + "; sleep 100"))))
                .start();
        assertEquals("begun\n", Files.readString(begun));
        interrupts.fire(Cause.KEY);
        assertEquals(Cause.KEY, ((Stopped) end.get(20, TimeUnit.SECONDS)).by());
        assertEquals(List.of(Cause.KEY), idle);
    }

    @Test
    void aCommandThatWasItselfInterruptedStopsAll() {
        assertEquals(
                Cause.KEY,
                assertThrows(Stopped.class, () -> key("kill -INT $$")).by());
    }

    @Test
    void afterTheCommandASignalIsToldToNobodyElse() {
        key("echo sk-1");
        interrupts.fire(Cause.TERMINATE);
        assertEquals(List.of(Cause.TERMINATE), idle);
    }
}
