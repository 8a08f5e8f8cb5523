package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Usage;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CornerTest {

    private int lookedUp;
    private final Terms terms = new Terms() {
        @Override
        public OptionalLong context() {
            lookedUp++;
            return OptionalLong.of(1000);
        }
    };
    private final Model model = new Model("openai/gpt-5-mini", "gpt-5-mini", null, terms, Intake.ANYTHING);
    private final Corner corner = new Corner();

    private Spent answer(OptionalLong input, OptionalLong output) {
        return new Spent(
                terms, new Answer("text", 0, new Complete("stop"), new Usage(input, output), Duration.ZERO, ""));
    }

    @Test
    void beforeTheFirstAnswerOnlyTheNameIsThereAndNothingIsLookedUp() {
        assertEquals("gpt-5-mini", corner.text(model, " · "));
        assertEquals(0, lookedUp);
    }

    @Test
    void theShareOfTheContextIsToldAndLookedUpOnce() {
        corner.answered(answer(OptionalLong.of(100), OptionalLong.of(20)));
        corner.answered(answer(OptionalLong.of(300), OptionalLong.of(50)));
        assertEquals("gpt-5-mini · 35%", corner.text(model, " · "));
        assertEquals(1, lookedUp);
    }

    @Test
    void anEstimateIsMarkedAndWhatIsUnknownIsLeftOut() {
        corner.answered(answer(OptionalLong.of(100), OptionalLong.empty()));
        assertEquals("gpt-5-mini · ~10%", corner.text(model, " · "));
        corner.answered(answer(OptionalLong.empty(), OptionalLong.of(9)));
        assertEquals("gpt-5-mini", corner.text(model, " · "));
    }

    @Test
    void anotherModelOrConversationHasNoShareYet() {
        corner.answered(answer(OptionalLong.of(100), OptionalLong.of(20)));
        assertEquals("other", corner.text(new Model("other", "other", null), " · "));
        corner.forget();
        assertEquals("gpt-5-mini", corner.text(model, " · "));
    }
}
