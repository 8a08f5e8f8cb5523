package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.view.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTableTest {

    private static final Style PLAIN = new Style(false, true);

    private static Offer known(String provider, String id) {
        return new Offer(provider, id, ModelTable.find(provider, id));
    }

    private static Offer unknown(String id) {
        return new Offer("openai", id, Optional.<ModelFacts>empty());
    }

    @Test
    void contextPricesAndKindsStandBesideTheName() {
        List<Offer> offers = List.of(
                known("openai", "gpt-4.1"),
                known("openai", "gpt-5.4-mini"),
                unknown("unheard-of"),
                known("groq", "llama-3.1-8b-instant"),
                known("openrouter", "openrouter/free"));
        assertEquals("""
                model                 context     in    out  takes
                gpt-4.1                    1M  $2.00  $8.00  image pdf
                gpt-5.4-mini             400k  $0.75  $4.50  image
                unheard-of
                llama-3.1-8b-instant     131k  $0.05  $0.08
                openrouter/free          200k   free   free  image
                in and out: USD per million tokens, as of 2026-07-02
                """, OfferTable.of(offers, PLAIN, 80));
    }

    @Test
    void aNarrowTerminalGetsFewerColumns() {
        String table = OfferTable.of(List.of(known("openai", "gpt-4.1")), PLAIN, 20);
        assertTrue(table.startsWith("model    context\ngpt-4.1       1M\n"), table);
    }

    @Test
    void modelsAboutWhichNothingIsKnownAreJustNames() {
        assertEquals("a\nb\n", OfferTable.of(List.of(unknown("a"), unknown("b")), PLAIN, 80));
    }

    @Test
    void aNameFromOutsideIsCleaned() {
        assertEquals("a^[[2J\n", OfferTable.of(List.of(unknown("a\u001b[2J")), PLAIN, 80));
    }
}
