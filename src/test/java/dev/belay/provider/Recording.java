package dev.belay.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A body that a real service sent, and what is known of it.
 *
 * @param sidecar the file that tells it
 * @param facts its content
 */
record Recording(Path sidecar, JsonNode facts) {

    private static final Map<String, String> DIALECTS = Map.of(
            "openai-chat-sse", "chat",
            "openai-responses-sse", "responses",
            "anthropic-messages-sse", "anthropic",
            "gemini-sse", "gemini",
            "ollama-ndjson", "ollama");

    /** The dialects whose decoders tell which tools are asked for. */
    private static final Set<String> TOOLS_ARE_TOLD = Set.of("chat", "responses", "anthropic", "gemini", "ollama");

    private String word() {
        return DIALECTS.getOrDefault(facts.path("format").asText(), "");
    }

    /** Empty when belay does not speak it. */
    Optional<Dialects> dialect() {
        return Dialects.named(word());
    }

    Path body() {
        return sidecar.resolveSibling(facts.path("file").asText());
    }

    Expected expected() {
        return new Expected(
                facts.path("expected_text").asText()
                        + facts.path("expected_refusal").asText(""),
                facts.path("expected_reasoning").asText(),
                usage(facts.path("usage")),
                finish(),
                error(),
                tools());
    }

    /** An error wins over a reason that came before it; of some recordings only the category tells the error. */
    private Optional<String> finish() {
        if (facts.hasNonNull("error") || facts.path("categories").toString().contains("\"error\"")) {
            return Optional.empty();
        }
        if (!facts.path("expected_refusal").asText("").isEmpty()) {
            return Optional.of("refusal");
        }
        return facts.hasNonNull("finish_reason")
                ? Optional.of(facts.path("finish_reason").asText())
                : facts.path("end_marker").asBoolean() ? Optional.of("done") : Optional.empty();
    }

    private String error() {
        String message =
                facts.path("error").path("message").asText(facts.path("error").asText(""));
        return message.substring(0, Math.min(60, message.length())).replaceAll("\\s+", " ");
    }

    private Usage usage(JsonNode told) {
        return switch (word()) {
            case "chat" -> new Usage(sum(told, "prompt_tokens"), sum(told, "completion_tokens"));
            case "gemini" ->
                new Usage(
                        sum(told, "promptTokenCount", "toolUsePromptTokenCount"),
                        sum(told, "candidatesTokenCount", "thoughtsTokenCount"));
            case "ollama" -> new Usage(sum(told, "prompt_eval_count"), sum(told, "eval_count"));
            case "anthropic" ->
                new Usage(
                        sum(told, "input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"),
                        // What an unfinished answer's beginning counts is not what it came to.
                        facts.hasNonNull("finish_reason") ? sum(told, "output_tokens") : OptionalLong.empty());
            default -> new Usage(sum(told, "input_tokens"), sum(told, "output_tokens"));
        };
    }

    private static OptionalLong sum(JsonNode told, String... names) {
        OptionalLong sum = OptionalLong.empty();
        for (String name : names) {
            if (told.path(name).isNumber()) {
                sum = OptionalLong.of(sum.orElse(0) + told.path(name).asLong());
            }
        }
        return sum;
    }

    private Optional<List<String>> tools() {
        return facts.has("tool_calls") && TOOLS_ARE_TOLD.contains(word())
                ? Optional.of(StreamSupport.stream(facts.path("tool_calls").spliterator(), false)
                        .map(call -> call.path("name").asText())
                        .toList())
                : Optional.empty();
    }
}
