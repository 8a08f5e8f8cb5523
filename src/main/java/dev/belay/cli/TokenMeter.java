package dev.belay.cli;

import dev.belay.chat.Meter;
import dev.belay.config.Price;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Counts tokens as the model does and prices them by the table, as far as both could be loaded before they were needed.
 * The turn's thread asks; a thread of its own loads, once an answer has lasted so long that it may well be stopped.
 */
final class TokenMeter implements Meter {

    private static final Duration LASTING = Duration.ofSeconds(1);

    /** Of a longer text only begin and end are counted, so that a stop stays as quick as it is. */
    private static final int SAMPLE = 4000;

    /** For the counter to run itself in. */
    private static final String TRIAL =
            "Belay that! The answer stays as far as it came, and the prompt is back (in 3 ms).\n".repeat(40);

    private final Supplier<Optional<Price>> prices;
    private final Supplier<Optional<ToIntFunction<String>>> counters;
    private final Consumer<Runnable> aside;

    // Touched by the turn's thread only.
    private boolean begun;

    private volatile Optional<Price> price = Optional.empty();
    private volatile Optional<ToIntFunction<String>> counter = Optional.empty();

    /**
     * @param prices looks up the model's price; slow
     * @param counters loads what counts its tokens; very slow, and empty where only the length of a text is known
     */
    TokenMeter(Supplier<Optional<Price>> prices, Supplier<Optional<ToIntFunction<String>>> counters) {
        this(prices, counters, TokenMeter::doAside);
    }

    /** The same with another way to do something aside, which only tests have. */
    TokenMeter(
            Supplier<Optional<Price>> prices,
            Supplier<Optional<ToIntFunction<String>>> counters,
            Consumer<Runnable> aside) {
        this.prices = prices;
        this.counters = counters;
        this.aside = aside;
    }

    private static void doAside(Runnable work) {
        Thread thread = new Thread(work, "belay-meter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void streaming(Duration soFar) {
        if (!begun && soFar.compareTo(LASTING) > 0) {
            begun = true;
            aside.accept(this::load);
        }
    }

    /** On the thread aside. */
    void load() {
        try {
            price = prices.get();
            Optional<ToIntFunction<String>> loaded = counters.get();
            if (loaded.isPresent()) {
                int unused = loaded.get().applyAsInt(TRIAL);
            }
            counter = loaded;
        } catch (RuntimeException | Error tooLittleMemory) {
            // Then it stays with the length.
        }
    }

    @Override
    public long tokens(String text) {
        Optional<ToIntFunction<String>> count = counter;
        return count.isEmpty() ? Meter.super.tokens(text) : tokens(text, count.get());
    }

    private static long tokens(String text, ToIntFunction<String> count) {
        int length = text.length();
        if (length <= SAMPLE) {
            return count.applyAsInt(text);
        }
        String sample = text.substring(0, SAMPLE / 2) + text.substring(length - SAMPLE / 2);
        return Math.round((double) count.applyAsInt(sample) * length / SAMPLE);
    }

    @Override
    public OptionalDouble dollars(long inputTokens, long outputTokens) {
        Optional<Price> known = price;
        return known.isPresent()
                ? OptionalDouble.of(known.get().of(inputTokens, outputTokens))
                : OptionalDouble.empty();
    }
}
