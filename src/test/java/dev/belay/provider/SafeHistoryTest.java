package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Act;
import dev.belay.chat.Conversation;
import dev.belay.chat.Message;
import dev.belay.chat.Prompt;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a conversation went through, no provider has a reason to reject its next request. */
class SafeHistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HISTORIES = 2_000;

    /** What a person or a model may leave behind; the last are half a character and blanks that are none to Java. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\n\n",
            "\t",
            "hello",
            "  leading",
            "trailing  ",
            "line\n\n",
            "two\n\nparagraphs \n",
            "{\"half\": [1, ",
            "```java\nint x",
            "日本語 ",
            "👩‍👩‍👧",
            "\uD83D",
            "\u00a0",
            "\u3000\u0085");

    /** A service and what its requests look like. */
    enum Wire {
        CHAT("chat", "messages", "assistant"),
        RESPONSES("responses", "input", "assistant"),
        ANTHROPIC("anthropic", "messages", "assistant"),
        GEMINI("gemini", "contents", "model"),
        OLLAMA("ollama", "messages", "assistant");

        private final String word;
        private final String list;
        private final String assistant;

        Wire(String word, String list, String assistant) {
            this.word = word;
            this.list = list;
            this.assistant = assistant;
        }
    }

    /** Each dialect as it is, and chat in its variants. */
    static Stream<Arguments> services() {
        return Stream.concat(
                Stream.of(Wire.values()).map(wire -> Arguments.of(wire, Set.of())),
                Stream.of(
                                Set.of(Trait.PREFIX, Trait.NO_STREAM_OPTIONS),
                                Set.of(Trait.PREFIX_IN_BETA),
                                Set.of(Trait.CONTINUE_FINAL_MESSAGE, Trait.USAGE_IN_EACH_CHUNK))
                        .map(traits -> Arguments.of(Wire.CHAT, traits)));
    }

    @Test
    void everyDialectIsHeldToTheRules() {
        assertEquals(
                Dialects.words(),
                Stream.of(Wire.values()).map(wire -> wire.word).toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRequestKeepsEveryRule(Wire wire, Set<Trait> traits) throws IOException {
        Random random = new Random(20261120);
        Dialect dialect = dialect(wire, traits);
        for (int i = 0; i < HISTORIES; i++) {
            Conversation conversation = conversation(random);
            List<Message> messages = conversation.messages(Question.of(text(random) + "and now?"));
            check(wire, dialect, new Prompt("m", "", messages), conversation);
            if (conversation
                    .last()
                    .filter(last -> !isBlank(last.answer()) && !isBlank(last.user()))
                    .isPresent()) {
                Question goingOn = conversation.last().get().goingOn("", Question.Kind.PREFILL);
                check(wire, dialect, new Prompt("m", "", conversation.messages(goingOn)), conversation);
            }
        }
    }

    private static Dialect dialect(Wire wire, Set<Trait> traits) {
        Endpoint endpoint = new Endpoint("https://example.com", "", Optional.empty(), "", Map.of(), traits);
        return Dialects.named(wire.word).orElseThrow().at(endpoint);
    }

    /** Interrupted, blank, refused, failed, retried, with nothing but a tool call, two users in a row. */
    private static Conversation conversation(Random random) {
        Conversation conversation = new Conversation();
        int turns = random.nextInt(7);
        for (int turn = 1; turn <= turns; turn++) {
            Round.End end = Round.End.values()[random.nextInt(Round.End.values().length)];
            conversation.add(
                    new Act(turn, text(random), text(random) + (random.nextBoolean() ? text(random) : ""), end));
            about(conversation, random, 100 + turn);
            if (random.nextInt(6) == 0) {
                conversation.undo(turn - random.nextInt(2));
            }
        }
        return conversation;
    }

    /** Now and then the last answer is asked again or gone on with. */
    private static void about(Conversation conversation, Random random, int turn) {
        Round last = conversation.last().orElseThrow();
        Round.End end = Round.End.values()[random.nextInt(Round.End.values().length)];
        switch (random.nextInt(6)) {
            case 0 -> conversation.add(new Act(turn, last.again(), text(random), end));
            case 1 -> conversation.add(new Act(turn, last.goingOn("go on", Question.Kind.CONTINUE), text(random), end));
            case 2 -> conversation.add(new Act(turn, last.goingOn("", Question.Kind.PREFILL), text(random), end));
            default -> {
                // Mostly not.
            }
        }
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static void check(Wire wire, Dialect dialect, Prompt prompt, Conversation conversation) throws IOException {
        JsonNode body = JSON.readTree(dialect.post(prompt).body());
        String scene = conversation.rounds() + "\n" + body;
        List<JsonNode> messages = new ArrayList<>();
        body.path(wire.list).forEach(messages::add);
        assertFalse(messages.isEmpty(), scene);
        for (int i = 0; i < messages.size(); i++) {
            assertEquals(
                    i % 2 == 0 ? "user" : wire.assistant,
                    messages.get(i).path("role").asText(),
                    scene);
            assertFalse(isBlank(text(messages.get(i))), scene);
            checkParts(wire, messages.get(i), scene);
        }
        String last = messages.get(messages.size() - 1).path("role").asText();
        assertEquals(prompt.isPrefill() ? wire.assistant : "user", last, scene);
        if (prompt.isPrefill()) {
            String text = text(messages.get(messages.size() - 1));
            assertFalse(isBlank(text.substring(text.length() - 1)), scene);
        }
        assertTrue(
                body.findValues("tool_calls").isEmpty()
                        && body.findValues("tool_use").isEmpty(),
                scene);
        assertTrue(
                body.findValues("thinking").isEmpty()
                        && body.findValues("reasoning_content").isEmpty(),
                scene);
        assertTrue(body.findValues("previous_response_id").isEmpty(), scene);
    }

    /** No part of a message may be missing, null or blank. */
    private static void checkParts(Wire wire, JsonNode message, String scene) {
        JsonNode content = message.path(wire == Wire.GEMINI ? "parts" : "content");
        assertFalse(content.isNull() || content.isMissingNode(), scene);
        if (content.isArray()) {
            assertFalse(content.isEmpty(), scene);
            for (JsonNode part : content) {
                assertTrue(!part.has("text") || !isBlank(part.path("text").asText()), scene);
            }
        }
    }

    private static String text(JsonNode message) {
        JsonNode content = message.has("parts") ? message.path("parts") : message.path("content");
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    /** As servers see it, whose blanks are Unicode's. */
    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
    }
}
