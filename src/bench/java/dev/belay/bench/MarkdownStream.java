package dev.belay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that sends Markdown in tokens at a steady pace, and now and then a word that is looked out for on the screen. What
 * it was late with it catches up.
 */
final class MarkdownStream implements AnswerServer.Script {

    private static final long BETWEEN_MARKS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Terminal terminal;
    private final long interval;
    private final long duration;
    private final MixedMarkdown source = new MixedMarkdown();
    private final CompletableFuture<List<Mark>> sent = new CompletableFuture<>();
    private final List<Mark> marks = new ArrayList<>();
    private long begin;
    private long tokens;

    /** A word that is nowhere else in the answer, and when its token was about to be sent. */
    private record Mark(Sighting seen, long instant) {}

    /** @param terminal where the marks are to appear */
    MarkdownStream(Terminal terminal, int tokensPerSecond, int seconds) {
        this.terminal = terminal;
        this.interval = TimeUnit.SECONDS.toNanos(1) / tokensPerSecond;
        this.duration = TimeUnit.SECONDS.toNanos(seconds);
    }

    @Override
    public void answer(Connection connection) throws IOException {
        try {
            connection.out().write(Answer.HEAD);
            begin = System.nanoTime();
            while (System.nanoTime() - begin < duration) {
                send(connection, source.block());
                markWhenDue(connection);
            }
            mark(connection);
        } catch (IOException gone) {
            sent.completeExceptionally(gone);
            throw gone;
        }
        sent.complete(marks);
        connection.endWhenReleased();
    }

    private void send(Connection connection, String block) throws IOException {
        for (int at = 0, end; at < block.length(); at = end) {
            end = Math.min(block.length(), at + source.token());
            sendToken(connection, block.substring(at, end));
        }
    }

    /** Marks are looked out for one at a time: the next one waits until the last was seen. */
    private void markWhenDue(Connection connection) throws IOException {
        boolean isFree = marks.isEmpty() || marks.get(marks.size() - 1).seen.isSeen();
        if (isFree && System.nanoTime() - begin > (marks.size() + 1) * BETWEEN_MARKS) {
            mark(connection);
        }
    }

    private void mark(Connection connection) throws IOException {
        String word = "Zq" + marks.size() + "x";
        waitForTurn();
        Sighting seen = terminal.watch(word);
        marks.add(new Mark(seen, System.nanoTime()));
        connection.out().write(Answer.token(word + "\\n\\n"));
        tokens++;
    }

    private void sendToken(Connection connection, String text) throws IOException {
        waitForTurn();
        connection.out().write(Answer.token(escaped(text)));
        tokens++;
    }

    private void waitForTurn() {
        long due = begin + tokens * interval;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    /** As JSON has it, and in ASCII. */
    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            json.append(
                    c == '\n'
                            ? "\\n"
                            : c == '"' || c == '\\'
                                    ? "\\" + c
                                    : c < 0x7F ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return json.toString();
    }

    /** Milliseconds until each mark was on the screen; waits until all has been sent and the last one is seen. */
    List<Double> lags() throws Exception {
        List<Double> lags = new ArrayList<>();
        for (Mark mark : sent.get(2, TimeUnit.MINUTES)) {
            lags.add((mark.seen.at() - mark.instant) / 1e6);
        }
        return lags;
    }

    /** How fast it really was; once all has been sent. */
    double tokensPerSecond() {
        return tokens * 1e9 / (marks.get(marks.size() - 1).instant - begin);
    }
}
