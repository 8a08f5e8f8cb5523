package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Meter;
import dev.belay.config.Price;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMeterTest {

    private static final Price PRICE = new Price(2, 10, OptionalDouble.empty());
    private static final String PROSE = "The quick brown fox jumps over the lazy dog, again and again. ";

    @Test
    void beforeItIsLoadedItKnowsTheLengthAndNoPrice() {
        Meter meter = new TokenMeter(() -> Optional.of(PRICE), () -> Optional.of(OpenAiTokens.counter("gpt-5")));
        assertEquals(Meter.CHARACTERS.tokens(PROSE), meter.tokens(PROSE));
        assertEquals(OptionalDouble.empty(), meter.dollars(1000, 1000));
    }

    @Test
    void onceLoadedItCountsAsTheModelDoesAndKnowsThePrice() {
        TokenMeter meter = new TokenMeter(() -> Optional.of(PRICE), () -> Optional.of(OpenAiTokens.counter("gpt-5")));
        meter.load();
        assertEquals(2, meter.tokens("hello world"));
        assertEquals(0.012, meter.dollars(1000, 1000).orElseThrow(), 1e-12);
    }

    @Test
    void aLongTextIsCountedByASampleOfIt() {
        int[] seen = {0};
        TokenMeter meter = new TokenMeter(
                Optional::empty,
                () -> Optional.of(text -> {
                    seen[0] = Math.max(seen[0], text.length());
                    return text.length() / 5;
                }));
        meter.load();
        assertEquals(200_000, meter.tokens("x".repeat(1_000_000)));
        assertTrue(seen[0] <= 4000, seen[0] + " characters at once");
    }

    @Test
    void theSampleIsTrueToProse() {
        TokenMeter meter = new TokenMeter(Optional::empty, () -> Optional.of(OpenAiTokens.counter("gpt-4o")));
        meter.load();
        String text = PROSE.repeat(500);
        long exact = OpenAiTokens.counter("gpt-4o").applyAsInt(text);
        assertEquals((double) exact, (double) meter.tokens(text), exact * 0.02);
    }

    @Test
    void itBeginsToLoadOnceAnAnswerLastsAndOnlyOnce() {
        int[] begun = {0};
        TokenMeter meter = new TokenMeter(Optional::empty, Optional::empty, work -> begun[0]++);
        meter.streaming(Duration.ZERO);
        meter.streaming(Duration.ofSeconds(1));
        assertEquals(0, begun[0]);
        meter.streaming(Duration.ofMillis(1001));
        meter.streaming(Duration.ofHours(1));
        assertEquals(1, begun[0]);
    }

    @Test
    void itLoadsOnAThreadThatKeepsNothingAlive() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        AtomicReference<Thread> loader = new AtomicReference<>();
        TokenMeter meter = new TokenMeter(
                () -> {
                    loader.set(Thread.currentThread());
                    loading.countDown();
                    return Optional.empty();
                },
                Optional::empty);
        meter.streaming(Duration.ofSeconds(2));
        assertTrue(loading.await(10, TimeUnit.SECONDS));
        assertNotSame(Thread.currentThread(), loader.get());
        assertTrue(loader.get().isDaemon());
    }

    @Test
    void whatCannotBeLoadedIsDoneWithout() {
        TokenMeter meter = new TokenMeter(() -> Optional.of(PRICE), () -> {
            throw new OutOfMemoryError("on purpose");
        });
        meter.load();
        assertEquals(Meter.CHARACTERS.tokens(PROSE), meter.tokens(PROSE));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5.4-mini, true", "azure-openai, my-deployment, true", "'', gpt-4o, true",
                "openrouter, openai/gpt-5, true",
        "openrouter, openai/o3-mini, true", "'', o1, true", "'', o4-mini, true", "'', chatgpt-4o-latest, true",
        "groq, openai/gpt-oss-120b, false", "openrouter, openai/gpt-oss-20b, false", "'', o2-something, false",
                "ollama, olmo, false",
        "anthropic, claude-opus-4-6, false", "openrouter, anthropic/claude-sonnet-4.5, false", "'', '', false",
    })
    void openAisModelsAreKnownByTheirNames(String provider, String model, boolean are) {
        assertEquals(are, OpenAiTokens.areUsedBy(provider, model));
    }

    /** Thai takes many more tokens in the old vocabulary than in the current one. */
    @ParameterizedTest
    @CsvSource({
        "gpt-4, true", "gpt-4-0613, true", "gpt-4-turbo, true", "gpt-3.5-turbo, true", "openai/gpt-4-turbo, true",
                "gpt-35-turbo, true",
        "gpt-4o, false", "gpt-4o-mini, false", "gpt-4.1, false", "gpt-4.5-preview, false", "gpt-5.4-mini, false",
                "o3, false",
    })
    void eachModelHasItsVocabulary(String model, boolean old) {
        String text = "สวัสดีครับ ยินดีที่ได้รู้จัก";
        int most = OpenAiTokens.counter("gpt-4").applyAsInt(text);
        int least = OpenAiTokens.counter("gpt-4o").applyAsInt(text);
        assertTrue(most > least, most + " and " + least);
        assertEquals(old ? most : least, OpenAiTokens.counter(model).applyAsInt(text));
    }
}
