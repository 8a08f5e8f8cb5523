package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Attachment.Kind;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTableTest {

    /** Services whose rows come with dialects of their own. */
    private static final Set<String> WITH_OWN_DIALECTS = Set.of("anthropic", "google", "ollama-cloud");

    private static List<String> lines() throws IOException {
        try (InputStream in = ModelTable.class.getResourceAsStream("/dev/belay/models.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String found(String provider, String id) {
        return ModelTable.find(provider, id).map(ModelFacts::id).orElse("nothing");
    }

    @Test
    void aModelIsFoundByItsNameWithAllThatIsKnownOfIt() {
        ModelFacts facts = ModelTable.find("openai", "gpt-5.4-mini").orElseThrow();
        assertEquals(OptionalLong.of(400_000), facts.context());
        assertEquals(OptionalLong.of(128_000), facts.output());
        assertEquals(Set.of(Kind.TEXT, Kind.IMAGE), facts.takes());
        assertEquals(0.75, facts.price().orElseThrow().input());
        assertEquals(4.5, facts.price().orElseThrow().output());
        assertEquals(0.075, facts.price().orElseThrow().cached().orElseThrow());
        assertEquals(Optional.of(false), facts.takesTemperature());
        assertEquals(List.of("none", "low", "medium", "high", "xhigh"), facts.efforts());
        assertFalse(facts.takesPrefill());
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5.4-mini-2026-03-17, gpt-5.4-mini",
        "openai, gpt-4-0613, gpt-4",
        "openai, gpt-4o-2024-08-06, gpt-4o-2024-08-06",
        "openai, gpt-4o-2030-01-01, gpt-4o",
        "openai, gpt-5-chat-latest, gpt-5-chat-latest",
        "anthropic, claude-opus-4-6-20260205, claude-opus-4-6",
        "anthropic, claude-sonnet-4-5@20250929, claude-sonnet-4-5",
        "google, gemini-2.5-flash-001, gemini-2.5-flash",
        "google, gemini-2.5-flash-preview-09-2025, gemini-2.5-flash",
        "openrouter, anthropic/claude-sonnet-4.5, anthropic/claude-sonnet-4.5",
        "azure-openai, gpt-4.1-2025-04-14, gpt-4.1",
    })
    void aDateOrAVersionMakesNoOtherModel(String provider, String id, String known) {
        assertEquals(known, found(provider, id));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4-32k",
        "openai, gpt-4-1106-preview",
        "openai, gpt-5.4-mini-fast",
        "openai, gpt-5.4-minimal",
        "openai, ''",
        "openai, gpt",
        "openai, anthropic/claude-sonnet-4.5",
        "openrouter, claude-sonnet-4.5",
        "openrouter, gpt-4o",
        "openrouter, openai/gpt-4o:nitro",
        "nobody, gpt-4o",
        "'', gpt-4o",
        "open, gpt-4o",
        "groq, gpt-4o",
    })
    void anotherModelIsNotTakenForAKnownOne(String provider, String id) {
        assertEquals("nothing", found(provider, id));
    }

    @Test
    void theListOfAProviderFindsTheSameAsTheTable() {
        for (Provider provider : Providers.ALL) {
            List<ModelFacts> all = ModelTable.of(provider.name());
            for (ModelFacts facts : all) {
                assertEquals(Optional.of(facts), ModelTable.among(all, facts.id()));
            }
        }
        assertEquals(
                "gpt-4",
                ModelTable.among(ModelTable.of("openai"), "gpt-4-0613")
                        .orElseThrow()
                        .id());
        assertTrue(ModelTable.among(ModelTable.of("openai"), "gpt-4-32k").isEmpty());
        assertEquals(List.of(), ModelTable.of("nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic/claude-3-haiku-20240307", "anthropic/claude-opus-4-5", "anthropic/claude-sonnet-4-20250514",
                        "anthropic/claude-opus-4-1",
                "google/gemini-2.5-pro", "google/gemini-3-pro-preview", "google/gemini-3.1-flash-lite",
                        "google/gemini-3.5-flash",
                "mistral/mistral-large-latest", "mistral/codestral-latest", "deepseek/deepseek-v4-pro",
            })
    void theseGoOnWithTheirOwnLastWords(String name) {
        assertTrue(prefill(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anthropic/claude-opus-4-6", "anthropic/claude-sonnet-4-6", "anthropic/claude-opus-4-8",
                        "anthropic/claude-sonnet-5", "anthropic/claude-fable-5",
                "google/gemini-flash-latest", "google/gemini-embedding-001", "mistral/mistral-embed", "openai/gpt-4.1",
                        "xai/grok-4.3",
                "openrouter/anthropic/claude-sonnet-4.5", "groq/llama-3.3-70b-versatile",
                        "ollama-cloud/gemini-3-flash-preview",
            })
    void theseBeginAnew(String name) {
        assertFalse(prefill(name), name);
    }

    private static boolean prefill(String name) {
        int slash = name.indexOf('/');
        return ModelTable.find(name.substring(0, slash), name.substring(slash + 1))
                .orElseThrow()
                .takesPrefill();
    }

    @Test
    void everyLineOfTheTableCanBeReadAndStandsOnce() throws IOException {
        Set<String> names = new HashSet<>();
        int models = 0;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                continue;
            }
            models++;
            assertEquals(11, line.split("\t", -1).length, line);
            ModelFacts facts = ModelLine.facts(line);
            assertTrue(names.add(facts.provider() + "/" + facts.id()), "twice: " + line);
            assertFalse(facts.id().isBlank(), line);
            assertTrue(facts.context().orElse(1) > 0 && facts.output().orElse(1) > 0, line);
            facts.price().ifPresent(price -> {
                assertTrue(
                        price.input() >= 0 && price.input() < 1000 && price.output() >= 0 && price.output() < 1000,
                        line);
                assertTrue(price.cached().orElse(0) <= price.input(), line);
            });
            assertTrue(facts.takes().contains(Kind.TEXT), line);
            assertEquals(Optional.of(facts), ModelTable.find(facts.provider(), facts.id()));
        }
        assertTrue(models > 800, models + " models");
    }

    @Test
    void theTableHasADateAndItsColumnsAreNamed() throws IOException {
        LocalDate date = LocalDate.parse(ModelTable.date());
        assertTrue(date.isAfter(LocalDate.of(2026, 1, 1)), date.toString());
        String header = String.join(
                "\n", lines().stream().filter(line -> line.startsWith("#")).toList());
        for (String column : new String[] {
            "provider", "id", "context", "output", "input", "price", "temperature", "efforts", "prefill"
        }) {
            assertTrue(header.contains(column), column);
        }
    }

    @Test
    void theLinesOfAProviderStandTogetherAndEachProviderIsKnown() throws IOException {
        Set<String> seen = new TreeSet<>();
        String last = "";
        for (String line : lines()) {
            String provider = line.startsWith("#") ? "" : line.substring(0, line.indexOf('\t'));
            assertTrue(
                    provider.isEmpty() || provider.equals(last) || seen.add(provider),
                    provider + " stands in two places");
            last = provider;
        }
        for (Provider provider : Providers.ALL) {
            seen.remove(provider.name());
        }
        seen.removeAll(WITH_OWN_DIALECTS);
        assertEquals(Set.of(), seen);
    }

    @Test
    void everyModelThatIsAskedUnnamedIsInTheTable() {
        for (Provider provider : Providers.ALL) {
            if (!provider.model().isEmpty()) {
                assertTrue(
                        ModelTable.find(provider.name(), provider.model()).isPresent(),
                        provider.name() + "/" + provider.model());
            }
        }
    }

    @Test
    void aPriceIsPerMillionTokens() {
        Price price = new Price(2.5, 15, java.util.OptionalDouble.empty());
        assertEquals(0.0025 + 0.015, price.of(1000, 1000), 1e-12);
        assertEquals(0, price.of(0, 0));
        assertFalse(price.isNothing());
        assertTrue(new Price(0, 0, java.util.OptionalDouble.empty()).isNothing());
    }
}
