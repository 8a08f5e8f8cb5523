package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.provider.Dialects;
import dev.belay.provider.Providers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No dialect is left out of the end-to-end tests. */
class SpokenTest {

    @Test
    void everyDialectHasAServerThatSpeaksIt() {
        assertEquals(
                Dialects.words(), Stream.of(Spoken.values()).map(Spoken::word).toList());
    }

    @Test
    void theKeyItExpectsIsOneOfTheDialectsOwnService() {
        for (Spoken spoken : Spoken.values()) {
            Dialects dialect = Dialects.named(spoken.word()).orElseThrow();
            assertTrue(Providers.home(dialect).keys().contains(spoken.keyVariable()), spoken.word());
        }
    }
}
