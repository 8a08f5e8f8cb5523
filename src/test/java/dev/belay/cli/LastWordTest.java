package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Stopped;
import dev.belay.report.Origin;
import dev.belay.view.Output;
import dev.belay.view.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads that both have an end to tell. */
@Timeout(60)
class LastWordTest {

    /** A reader who takes nothing until he is let. */
    private static final class SlowReader extends OutputStream {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch reads = new CountDownLatch(1);
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        @Override
        public void write(int unit) throws IOException {
            write(new byte[] {(byte) unit}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            reached.countDown();
            await(reads);
            synchronized (this) {
                read.write(bytes, from, length);
            }
        }

        synchronized String text() {
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String FAILED = "{\"outcome\":\"failed\",\"reason\":\"no key\","
            + "\"error\":{\"kind\":\"configuration\",\"message\":\"no key\",\"hint\":\"set one\"}}\n";
    private static final String INTERRUPTED = "{\"outcome\":\"interrupted\",\"reason\":\"key\"}\n";

    private final SlowReader reader = new SlowReader();

    /** What had been read when the program ended, and when the main thread went on. */
    private final List<String> ends = new CopyOnWriteArrayList<>();

    private final Interrupts interrupts = new Interrupts(cause -> ends.add("gone after " + reader.text()));

    private LastWord lastWord(Duration patience) {
        Output out = Output.of(reader, Output.Kind.PIPE, StandardCharsets.UTF_8);
        return new LastWord(OutputForm.JSON, out, interrupts, patience);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stray) {
            throw new AssertionError(stray);
        }
    }

    private static void awaitBlockedOrOver(Thread thread) {
        while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private void fail(LastWord lastWord) {
        try {
            lastWord.tell(ProblemException.configuration("no key", "set one").problem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.add("main goes on");
    }

    private void stop(LastWord lastWord) {
        try {
            lastWord.tell(new Stopped(Cause.KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.add("main goes on");
    }

    @Test
    void a_signal_waits_for_an_end_that_is_being_written() throws InterruptedException {
        LastWord lastWord = lastWord(LONG);
        Thread main = started(() -> fail(lastWord));
        await(reader.reached);
        Thread signal = started(() -> lastWord.fired(Cause.KEY));
        awaitBlockedOrOver(signal);
        reader.reads.countDown();
        main.join();
        signal.join();
        assertTrue(ends.contains("gone after " + FAILED), ends.toString());
        assertEquals(FAILED, reader.text());
    }

    @Test
    void a_main_thread_that_was_stopped_waits_while_the_signal_is_told() throws InterruptedException {
        LastWord lastWord = lastWord(LONG);
        Thread signal = started(() -> lastWord.fired(Cause.KEY));
        await(reader.reached);
        Thread main = started(() -> stop(lastWord));
        awaitBlockedOrOver(main);
        reader.reads.countDown();
        signal.join();
        main.join();
        assertEquals(List.of("gone after " + INTERRUPTED, "main goes on"), ends);
        assertEquals(INTERRUPTED, reader.text());
    }

    @Test
    void a_main_thread_that_was_stopped_tells_it_when_it_is_first() throws InterruptedException {
        reader.reads.countDown();
        LastWord lastWord = lastWord(LONG);
        stop(lastWord);
        lastWord.fired(Cause.KEY);
        assertEquals(List.of("main goes on", "gone after " + INTERRUPTED), ends);
        assertEquals(INTERRUPTED, reader.text());
    }

    @Test
    void a_signal_does_not_wait_for_ever_for_a_reader_who_does_not_read() throws InterruptedException {
        LastWord lastWord = lastWord(Duration.ofMillis(1));
        Thread main = started(() -> fail(lastWord));
        await(reader.reached);
        lastWord.fired(Cause.KEY);
        assertEquals(List.of("gone after "), ends);
        reader.reads.countDown();
        main.join();
    }

    @Test
    void who_was_asked_is_told_as_soon_as_it_is_known() {
        reader.reads.countDown();
        LastWord lastWord = lastWord(LONG);
        lastWord.ending(
                PlainText.FORM.on(Output.of(reader, Output.Kind.PIPE, StandardCharsets.UTF_8)),
                new Origin("m", "work", () -> "s-1", (in, out) -> OptionalDouble.empty()));
        lastWord.waitsFor(LastWord.Work.JUDGING);
        lastWord.hung(Cause.TERMINATE);
        assertEquals(
                "{\"model\":\"m\",\"provider\":\"work\",\"session\":\"s-1\",\"outcome\":\"interrupted\",\"reason\":\"terminate\"}\n",
                reader.text());
    }

    @Test
    void a_stop_in_vain_while_the_end_may_be_being_written_tells_nothing() {
        reader.reads.countDown();
        lastWord(LONG).hung(Cause.KEY);
        assertEquals(List.of("gone after "), ends);
    }
}
