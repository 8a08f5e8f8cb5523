package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model that is faster than the terminal, and a person who types all the same. */
@Timeout(120)
class FloodIT {
    private static final String TYPED = "what I type meanwhile: grüße, 漢字 & \"quotes\", 1234567890";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int BYTES_BETWEEN_KEYS = 1_500;
    private static final long GROWTH_KIB = 96 * 1024;

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void
            while_the_terminal_takes_nothing_memory_stays_bounded_ctrl_c_acts_at_once_and_the_journal_has_all_that_is_shown()
                    throws IOException {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("count", "go: ");
        long before = residentKib(chat);
        chat.terminal().freeze();
        var flood = exchange.flooding();
        nothingFor(PAUSE, flood);
        long growth = residentKib(chat) - before;

        long pressed = System.nanoTime();
        chat.terminal().press(Keys.CTRL_C);
        Duration gone = Duration.ofNanos(exchange.awaitGone() - pressed);
        chat.terminal().thaw();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt();

        assertTrue(gone.compareTo(AT_ONCE) < 0, "the connection was closed after " + gone);
        assertTrue(growth < GROWTH_KIB, "memory grew by " + growth + " KiB");
        String journal = stage.box().journal().lastText();
        assertEquals(counted(journal.split(" ").length - 1), journal);
        String screen = chat.terminal().text().replaceAll("\\s", "");
        String shown = screen.substring(screen.lastIndexOf("go:"), screen.lastIndexOf("⏹"));
        assertTrue(journal.replaceAll("\\s", "").startsWith(shown), "more is on the screen than in the journal");
    }

    @Test
    void of_keys_typed_under_a_flood_none_is_lost_when_it_is_stopped() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("count").begin();
        var flood = exchange.flooding();
        typeSlowly(chat);
        chat.terminal().press(Keys.CTRL_C);
        exchange.awaitGone();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt(TYPED);
        assertTrue(flood.join() > 10_000, "that was no flood: " + flood.join());
    }

    @Test
    void of_keys_typed_under_a_flood_none_is_lost_when_it_ends() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("count").begin();
        Flow flow = new Flow(exchange, 10_000);
        CompletableFuture<Void> flowing = CompletableFuture.runAsync(flow);
        typeSlowly(chat);
        flow.finish();
        flowing.join();
        exchange.done();
        chat.terminal().awaitPrompt(Duration.ofSeconds(30), TYPED);
        assertTrue(flow.perSecond() > 5_000, flow.perSecond() + " tokens a second");
        String journal = stage.box().journal().lastText();
        assertEquals(Flow.WORD.repeat(exchange.tokens()), journal);
    }

    /** One character at a time, each when more of the answer has come. */
    private static void typeSlowly(Chat chat) {
        TYPED.codePoints().forEach(key -> {
            chat.terminal().awaitBytes(BYTES_BETWEEN_KEYS);
            chat.terminal().press(Character.toString(key));
        });
    }

    /** Tokens at a pace, as a very fast model sends them. One thread runs it; any may end it. */
    private static final class Flow implements Runnable {
        static final String WORD = "flow ";
        private static final int BATCH = 50;

        private final Exchange exchange;
        private final int perSecond;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile double seconds;

        Flow(Exchange exchange, int perSecond) {
            this.exchange = exchange;
            this.perSecond = perSecond;
        }

        @Override
        public void run() {
            long start = System.nanoTime();
            while (!end.isDone()) {
                for (int i = 0; i < BATCH; i++) {
                    exchange.token(WORD);
                }
                long due = start + exchange.tokens() * 1_000_000_000L / perSecond;
                nothingFor(Duration.ofNanos(Math.max(0, due - System.nanoTime())), end);
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }

        void finish() {
            end.complete(null);
        }

        double perSecond() {
            return exchange.tokens() / seconds;
        }
    }

    /** Lets this time pass, or less when the other thing ends. */
    private static void nothingFor(Duration time, CompletableFuture<?> end) {
        try {
            end.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // that is what was wanted
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String counted(int last) {
        StringBuilder text = new StringBuilder("go: ");
        for (int i = 1; i <= last; i++) {
            text.append(i).append(' ');
        }
        return text.toString();
    }

    private static long residentKib(Chat chat) throws IOException {
        String status = Files.readString(
                Path.of("/proc", Long.toString(chat.terminal().handle().pid()), "status"));
        String line = status.lines()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
