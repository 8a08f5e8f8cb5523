package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.NeedsPosix;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.ProblemException;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.repl.Listing;
import dev.belay.repl.Model;
import dev.belay.repl.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists of models, from servers of the test's own, and the terms of the services that have them. */
@Timeout(60)
class ModelsTest {

    private static final String LIST = """
            {"object":"list","data":[{"id":"gpt-5.4-mini-2026-03-17"},{"id":"unheard-of"},{"id":"gpt-4o"},{"id":"gpt-4o"}]}""";

    @TempDir
    private Path home;

    @AutoClose
    private final MockWebServer server = new MockWebServer();

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void begin() throws IOException {
        server.start();
        variables.put("HOME", home.toString());
        variables.put("OLLAMA_HOST", "127.0.0.1:1");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/v1";
    }

    private Models models(String... words) {
        Environment environment = new Environment(variables);
        Options options = new Options(OptionTable.parser(OptionTable.root()).parseArgs(words));
        Sources sources = new Sources(environment, Settings.NONE, Optional.empty(), (provider, command) -> "");
        return new Models(sources, options, options.text("--base-url"), options.text("--dialect"), line -> {});
    }

    /** The provider openai, played by the test's server. */
    private Models openAi() {
        variables.put("OPENAI_API_KEY", "sk-test");
        variables.put("OPENAI_BASE_URL", url());
        return models();
    }

    private void answer(int status, String type, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build());
    }

    private static List<String> names(List<Offer> offers) {
        return offers.stream().map(Offer::id).toList();
    }

    private static String problem(Listing listing) {
        return assertThrows(ProblemException.class, () -> listing.errand().fetch())
                .problem()
                .sentence();
    }

    @Test
    void aListIsTheProvidersOwnWithWhatTheTableKnows() throws InterruptedException {
        answer(200, "application/json", LIST);
        List<Offer> offers = openAi().catalogue()
                .listing("", Optional.empty())
                .errand()
                .fetch()
                .orElseThrow();
        assertEquals(List.of("gpt-4o", "gpt-5.4-mini-2026-03-17", "unheard-of"), names(offers));
        assertEquals("gpt-5.4-mini", offers.get(1).facts().orElseThrow().id());
        assertTrue(offers.get(2).facts().isEmpty());
        RecordedRequest request = server.takeRequest();
        assertEquals("GET /v1/models HTTP/1.1", request.getRequestLine());
        assertEquals("Bearer sk-test", request.getHeaders().get("Authorization"));
    }

    @Test
    void aServerOfTheUsersOwnIsListedWithoutFacts() {
        answer(200, "application/json", LIST);
        List<Offer> offers = models("--base-url", url())
                .catalogue()
                .listing("", Optional.empty())
                .errand()
                .fetch()
                .orElseThrow();
        assertEquals(3, offers.size());
        assertTrue(offers.stream()
                .allMatch(offer -> offer.facts().isEmpty() && offer.provider().isEmpty()));
    }

    @Test
    void aFilterChoosesByAllItsWordsInAnyCase() {
        answer(200, "application/json", LIST);
        Listing listing = openAi().catalogue().listing("MINI gpt", Optional.empty());
        List<Offer> all = listing.errand().fetch().orElseThrow();
        assertEquals(List.of("gpt-5.4-mini-2026-03-17"), names(listing.chosen(all)));
        Listing none = openAi().catalogue().listing("claude", Optional.empty());
        assertEquals(List.of(), none.chosen(all));
        assertEquals("no model of openai has “claude” in its name", none.nothing(all));
    }

    @Test
    void aProviderThatDoesNotExistIsSaidNotToBeThere() {
        Catalogue nobody = models().catalogue();
        assertEquals(
                "there is no provider “nope”; belay help models lists them, and the config can have others",
                assertThrows(ProblemException.class, () -> nobody.listing("nope/", Optional.empty()))
                        .problem()
                        .sentence());
        answer(200, "application/json", LIST);
        Listing listing = openAi().catalogue().listing("opnai/", Optional.empty());
        assertEquals(
                "no model of openai has “opnai/” in its name; there is no provider “opnai”; did you mean “openai/”?",
                listing.nothing(listing.errand().fetch().orElseThrow()));
    }

    @Test
    void theGuideIsListedByItsNameWithASlash() {
        Listing listing = openAi().catalogue().listing("guide/", Optional.empty());
        List<Offer> all = listing.errand().fetch().orElseThrow();
        assertEquals(List.of("guide"), names(listing.chosen(all)));
    }

    @Test
    void aProvidersNameWithASlashListsThatOne() {
        variables.put("OPENAI_API_KEY", "sk-test");
        variables.put("GROQ_API_KEY", "gsk");
        Listing listing = models().catalogue().listing("groq/llama", Optional.empty());
        assertEquals("groq", listing.place());
        assertEquals("llama", listing.filter());
        assertEquals(
                "lmstudio",
                models().catalogue()
                        .listing("lmstudio/", Optional.of("openai/gpt-4o"))
                        .place());
    }

    @Test
    void aProvidersNameWithoutASlashIsAFilterAndAHint() {
        variables.put("OPENAI_API_KEY", "sk-test");
        Listing listing = models().catalogue().listing("groq", Optional.empty());
        assertEquals("openai", listing.place());
        assertEquals("groq", listing.filter());
        assertTrue(listing.nothing(List.of()).contains("groq/ lists"), listing.nothing(List.of()));
    }

    @Test
    void aProviderThatIsNotSetUpIsPartOfANameElsewhereAndElseAProblem() {
        variables.put("OPENROUTER_API_KEY", "sk-or");
        Listing listing = models().catalogue().listing("deepseek/", Optional.empty());
        assertEquals("openrouter", listing.place());
        assertEquals("deepseek/", listing.filter());
        assertTrue(listing.nothing(List.of()).contains("DEEPSEEK_API_KEY"), listing.nothing(List.of()));
        variables.remove("OPENROUTER_API_KEY");
        ProblemException problem =
                assertThrows(ProblemException.class, () -> models().catalogue().listing("deepseek/", Optional.empty()));
        assertTrue(problem.getMessage().contains("DEEPSEEK_API_KEY"), problem.getMessage());
    }

    @Test
    void mNamesTheProviderAndThenASlashIsPartOfAName() {
        variables.put("OPENROUTER_API_KEY", "sk-or");
        variables.put("DEEPSEEK_API_KEY", "sk");
        Listing listing = models().catalogue().listingOf("openrouter", "deepseek/");
        assertEquals("openrouter", listing.place());
        assertEquals("deepseek/", listing.filter());
        assertEquals("lmstudio", models().catalogue().listingOf("lmstudio", "").place());
        assertEquals(
                "deepseek",
                models().catalogue().listingOf("deepseek/deepseek-v4-pro", "").place());
    }

    @Test
    void theReplListsWhereItAsks() {
        variables.put("OPENAI_API_KEY", "sk-test");
        Models models = models();
        Model local = models.open(models.choose(Optional.of("lmstudio/x")));
        assertEquals("lmstudio", models.listing("", local).place());
        assertEquals("openai", models.listing("openai/", local).place());
        Model guide = models.open(models.choose(Optional.of("guide")));
        assertEquals(
                List.of("guide"),
                names(models.listing("", guide).errand().fetch().orElseThrow()));
    }

    @Test
    void withoutAnyProviderThereIsTheGuide() {
        assertEquals(
                List.of("guide"),
                names(models().catalogue()
                        .listing("", Optional.empty())
                        .errand()
                        .fetch()
                        .orElseThrow()));
    }

    @Test
    void aServerWithoutAListIsToldApartFromAWrongName() {
        answer(404, "application/json", "{\"detail\":\"Not Found\"}");
        String problem = problem(models("--base-url", url()).catalogue().listing("", Optional.empty()));
        assertTrue(problem.startsWith(url() + " does not list its models (HTTP 404); "), problem);
    }

    @Test
    void aWebPageIsCalledOne() {
        answer(200, "text/html", "\n<!doctype html><html><head><title>Log in</title></head></html>");
        String problem = problem(models("--base-url", url()).catalogue().listing("", Optional.empty()));
        assertTrue(problem.contains("answered with a web page (“Log in”) instead of an answer"), problem);
    }

    @Test
    void aRefusedKeyIsSaidWithItsVariable() {
        answer(401, "application/json", "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
        String problem = problem(openAi().catalogue().listing("", Optional.empty()));
        assertTrue(problem.contains("OPENAI_API_KEY"), problem);
        assertFalse(problem.contains("sk-test"), problem);
    }

    @Test
    void noListAtAllIsAProblemAndAnEmptyOneASentence() {
        answer(200, "application/json", "nothing like JSON");
        assertEquals(
                "the server sent no list of models",
                problem(models("--base-url", url()).catalogue().listing("", Optional.empty())));
        answer(200, "application/json", "{\"object\":\"list\",\"data\":[]}");
        Listing empty = models("--base-url", url()).catalogue().listing("", Optional.empty());
        assertEquals(
                url() + " has no models to offer",
                empty.nothing(empty.errand().fetch().orElseThrow()));
        assertEquals(
                "ollama has no models to offer; ollama pull NAME fetches one",
                models().catalogue().listing("ollama/", Optional.empty()).nothing(List.of()));
    }

    @Test
    void nobodyThereIsAProblem() throws IOException {
        server.close();
        String problem = problem(models("--base-url", url()).catalogue().listing("", Optional.empty()));
        assertTrue(problem.startsWith("nothing answers at 127.0.0.1:"), problem);
    }

    @Test
    @NeedsPosix
    void theNamesAreKeptForTabReadableByTheUserAlone() throws IOException {
        answer(
                200,
                "application/json",
                "{\"data\":[{\"id\":\"gpt-4o\"},{\"id\":\"steer\\u001b[2J\"},{\"id\":\"two\\nlines\"}]}");
        Models models = openAi();
        assertEquals(List.of(), only("gpt", models.known(guide(models))));
        models.catalogue().listing("", Optional.empty()).errand().fetch();
        Path folder = home.resolve(".cache/belay/models");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                assertEquals("gpt-4o\n", Files.readString(file));
            }
        }
        assertEquals(List.of("openai/gpt-4o"), only("gpt", models.known(guide(models))));
        Model here = models.open(models.choose(Optional.of("openai/x")));
        assertEquals(List.of("openai/gpt-4o", "gpt-4o"), only("gpt", models.known(here)));
        assertTrue(models.known(here).containsAll(List.of("guide", "groq/", "openrouter/")));
        assertEquals(1, server.getRequestCount());
    }

    private static Model guide(Models models) {
        return models.open(models.choose(Optional.of("guide")));
    }

    private static List<String> only(String part, List<String> names) {
        return names.stream().filter(name -> name.contains(part)).toList();
    }

    @Test
    void aCacheThatCannotBeWrittenDoesNoHarm() throws IOException {
        Files.writeString(home.resolve(".cache"), "a file is in the way");
        answer(200, "application/json", LIST);
        assertEquals(
                3,
                openAi().catalogue()
                        .listing("", Optional.empty())
                        .errand()
                        .fetch()
                        .orElseThrow()
                        .size());
    }

    @Test
    void asJsonWhatIsNotKnownIsNotThere() throws IOException {
        answer(200, "application/json", LIST);
        List<Offer> offers = openAi().catalogue()
                .listing("", Optional.empty())
                .errand()
                .fetch()
                .orElseThrow();
        JsonNode array = new ObjectMapper().readTree(OfferJson.array(offers));
        assertEquals(3, array.size());
        assertEquals(
                "{\"provider\":\"openai\",\"model\":\"gpt-5.4-mini-2026-03-17\",\"context\":400000,\"output\":128000,\"input\":[\"text\",\"image\"],"
                        + "\"usd_per_million\":{\"input\":0.75,\"output\":4.5,\"cache_read\":0.075},\"temperature\":false,"
                        + "\"reasoning\":[\"none\",\"low\",\"medium\",\"high\",\"xhigh\"],\"as_of\":\"2026-07-02\"}",
                array.get(1).toString());
        assertEquals(
                "{\"provider\":\"openai\",\"model\":\"unheard-of\"}",
                array.get(2).toString());
        assertEquals(
                array.get(2).toString(),
                OfferJson.lines(offers).lines().toList().get(2));
        assertEquals("[ ]", OfferJson.array(List.of()));
    }

    @Test
    void theTermsOfAServiceAreThoseOfItsRow() {
        variables.put("GROQ_API_KEY", "gsk");
        variables.put("OPENAI_API_KEY", "sk-test");
        Models models = models();
        Model groq = models.open(models.choose(Optional.of("groq/llama-3.3-70b-versatile")));
        assertEquals(
                "groq goes on with a stopped answer and may bill all of it",
                groq.terms().afterStop());
        assertTrue(groq.terms().dollars(1000, 1000).isPresent());
        Model openAi = models.open(models.choose(Optional.of("openai/gpt-5.4-mini")));
        assertEquals("", openAi.terms().afterStop());
        assertEquals(0.00525, openAi.terms().dollars(1000, 1000).orElseThrow(), 1e-12);
        Model local = models.open(models.choose(Optional.of("lmstudio/openai/gpt-oss-20b")));
        assertTrue(local.terms().isFree());
        assertTrue(local.terms().dollars(1000, 1000).isEmpty());
        assertTrue(guide(models).terms().isFree());
        assertFalse(openAi.terms().isFree());
        assertTrue(models.open(models.choose(Optional.of("openai/unheard-of")))
                .terms()
                .dollars(1, 1)
                .isEmpty());
    }

    @Test
    void theAddressOfAServiceIsAsGoodAsItsName() {
        variables.put("GROQ_API_KEY", "gsk");
        Models models = models("--base-url", "https://api.groq.com/openai/v1");
        Model model = models.open(models.choose(Optional.of("llama-3.3-70b-versatile")));
        assertEquals(
                "groq goes on with a stopped answer and may bill all of it",
                model.terms().afterStop());
        assertTrue(model.terms().dollars(1000, 1000).isPresent());
        Models own = models("--base-url", url());
        assertEquals("", own.open(own.choose(Optional.of("gpt-4o"))).terms().afterStop());
        assertTrue(own.open(own.choose(Optional.of("gpt-4o")))
                .terms()
                .dollars(1000, 1000)
                .isEmpty());
        assertFalse(own.open(own.choose(Optional.of("gpt-4o"))).terms().isFree());
    }

    @Test
    void aPressStopsAListingOfAServerThatHangs() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Listing listing = models("--base-url", url()).catalogue().listing("", Optional.empty());
        Thread presses = new Thread(() -> {
            try {
                server.takeRequest();
            } catch (InterruptedException stray) {
                throw new AssertionError(stray);
            }
            listing.errand().generation().cancel(Cause.KEY);
        });
        presses.start();
        assertEquals(Optional.empty(), listing.errand().fetch());
        presses.join();
    }

    @Test
    void onlyAServiceThatKeepsBooksIsAskedForAnAccount() {
        variables.put("OPENAI_API_KEY", "sk-test");
        variables.put("OPENROUTER_API_KEY", "sk-or");
        Models models = models();
        assertTrue(models.open(models.choose(Optional.of("openai/gpt-4o")))
                .terms()
                .account("gen-1")
                .isEmpty());
        assertTrue(models.open(models.choose(Optional.of("openrouter/openai/gpt-4o")))
                .terms()
                .account("gen-1")
                .isPresent());
    }
}
