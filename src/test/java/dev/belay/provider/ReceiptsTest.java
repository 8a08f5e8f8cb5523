package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.ProblemException;
import dev.belay.chat.Usage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

    private static Endpoint endpoint(Set<Trait> traits) {
        return new Endpoint("https://h/api/v1", "", Optional.empty(), "", Map.of(), traits);
    }

    @Test
    void onlyServicesWithReceiptsAreAskedAndWhatTheySentIsQuoted() {
        assertEquals(
                Optional.of("https://h/api/v1/generation?id=gen-1%26x%3Dy"),
                Receipts.url(endpoint(Set.of(Trait.RECEIPTS)), "gen-1&x=y"));
        assertTrue(Receipts.url(endpoint(Set.of()), "gen-1").isEmpty());
    }

    @Test
    void whatTheModelItselfCountsGoesBeforeWhatTheServiceCounts() {
        Usage usage = Receipts.usage(
                "{\"data\":{\"native_tokens_prompt\":1,\"tokens_prompt\":9,\"tokens_completion\":3,\"total_cost\":0}}");
        assertEquals(1, usage.inputTokens().orElseThrow());
        assertEquals(3, usage.outputTokens().orElseThrow());
        assertEquals(0, usage.dollars().orElseThrow());
    }

    @Test
    void whatIsNotToldIsNotThere() {
        Usage usage = Receipts.usage("{\"data\":{\"native_tokens_prompt\":null,\"total_cost\":0.5}}");
        assertFalse(usage.isKnown());
        assertEquals(0.5, usage.dollars().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":{\"total_cost\":\"much\"}}",
                "{\"error\":{}}"
            })
    void whatIsNoAccountIsAProblem(String json) {
        assertThrows(ProblemException.class, () -> Receipts.usage(json));
    }
}
