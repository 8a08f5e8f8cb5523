package dev.belay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a server of each dialect writes an answer, and where a request of that dialect holds what was said. */
enum Spoken {
    CHAT("/chat/completions", "authorization", "messages", "OPENAI_API_KEY") {
        @Override
        void begin(Exchange exchange) {
            event(exchange, "", "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
        }

        @Override
        void token(Exchange exchange, String text) {
            event(exchange, "", "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + Json.quote(text) + "}}]}");
        }

        @Override
        void finish(Exchange exchange) {
            event(exchange, "", "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            event(exchange, "", "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}");
            exchange.piece("data: [DONE]\n\n");
        }

        @Override
        void fail(Exchange exchange, String message) {
            event(exchange, "", "{\"error\":{\"message\":" + Json.quote(message) + ",\"code\":500}}");
        }
    },
    RESPONSES("/responses", "authorization", "input", "OPENAI_API_KEY") {
        @Override
        void begin(Exchange exchange) {
            event(
                    exchange,
                    "response.created",
                    "{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}");
        }

        @Override
        void token(Exchange exchange, String text) {
            event(
                    exchange,
                    "response.output_text.delta",
                    "{\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"delta\":" + Json.quote(text) + "}");
        }

        @Override
        void finish(Exchange exchange) {
            event(
                    exchange,
                    "response.completed",
                    "{\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"status\":\"completed\",\"output\":[],\"usage\":{\"input_tokens\":7,\"output_tokens\":2}}}");
        }

        @Override
        void fail(Exchange exchange, String message) {
            event(
                    exchange,
                    "error",
                    "{\"type\":\"error\",\"code\":\"server_error\",\"message\":" + Json.quote(message)
                            + ",\"param\":null}");
        }
    },
    ANTHROPIC("/v1/messages", "x-api-key", "messages", "ANTHROPIC_API_KEY") {
        @Override
        void begin(Exchange exchange) {
            event(
                    exchange,
                    "message_start",
                    "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}}");
            event(
                    exchange,
                    "content_block_start",
                    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
            event(exchange, "ping", "{\"type\": \"ping\"}");
        }

        @Override
        void token(Exchange exchange, String text) {
            event(
                    exchange,
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                            + Json.quote(text) + "}   }");
        }

        @Override
        void finish(Exchange exchange) {
            event(exchange, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
            event(
                    exchange,
                    "message_delta",
                    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}}");
            event(exchange, "message_stop", "{\"type\":\"message_stop\"}");
        }

        @Override
        void fail(Exchange exchange, String message) {
            event(
                    exchange,
                    "error",
                    "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":" + Json.quote(message)
                            + "}}");
        }
    },
    GEMINI("/v1beta/models/test-model:streamGenerateContent?alt=sse", "x-goog-api-key", "contents", "GEMINI_API_KEY") {
        @Override
        void begin(Exchange exchange) {
            // Gemini says nothing before its first words.
        }

        @Override
        void token(Exchange exchange, String text) {
            exchange.piece(
                    "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":" + Json.quote(text)
                            + "}]},\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":2}}\r\n\r\n");
        }

        @Override
        void finish(Exchange exchange) {
            exchange.piece(
                    "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"\"}]},\"finishReason\":\"STOP\",\"index\":0}],"
                            + "\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":2}}\r\n\r\n");
        }

        @Override
        void fail(Exchange exchange, String message) {
            exchange.piece("data: {\"error\":{\"code\":503,\"message\":" + Json.quote(message)
                    + ",\"status\":\"UNAVAILABLE\"}}\r\n\r\n");
        }

        @Override
        String assistant() {
            return "model";
        }
    },
    OLLAMA("/api/chat", "authorization", "messages", "OLLAMA_API_KEY") {
        @Override
        void begin(Exchange exchange) {
            // Ollama says nothing before its first words.
        }

        @Override
        void token(Exchange exchange, String text) {
            exchange.piece("{\"model\":\"test-model\",\"message\":{\"role\":\"assistant\",\"content\":"
                    + Json.quote(text) + "},\"done\":false}\n");
        }

        @Override
        void finish(Exchange exchange) {
            exchange.piece(
                    "{\"model\":\"test-model\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":7,\"eval_count\":2}\n");
        }

        @Override
        void fail(Exchange exchange, String message) {
            exchange.piece("{\"error\":" + Json.quote(message) + "}\n");
        }

        @Override
        void frame(Exchange exchange, String data) {
            exchange.piece(data + "\n");
        }

        @Override
        String contentType() {
            return "application/x-ndjson";
        }
    };

    private final String path;
    private final String keyHeader;
    private final String list;
    private final String keyVariable;

    Spoken(String path, String keyHeader, String list, String keyVariable) {
        this.path = path;
        this.keyHeader = keyHeader;
        this.list = list;
        this.keyVariable = keyVariable;
    }

    abstract void begin(Exchange exchange);

    abstract void token(Exchange exchange, String text);

    /** All that ends the answer well but the end of the body; it counts 7 tokens read and 2 written. */
    abstract void finish(Exchange exchange);

    /** An error inside the stream, after status 200. */
    abstract void fail(Exchange exchange, String message);

    /** One frame with anything in it. */
    void frame(Exchange exchange, String data) {
        exchange.piece("data: " + data + "\n\n");
    }

    String contentType() {
        return "text/event-stream";
    }

    /** As {@code --dialect} takes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is asked below the base URL, for the model test-model. */
    String path() {
        return path;
    }

    String keyHeader() {
        return keyHeader;
    }

    String keyVariable() {
        return keyVariable;
    }

    /** Status, headers and whatever comes before the first word. */
    void open(Exchange exchange) {
        exchange.stream(contentType());
        begin(exchange);
    }

    /** The messages of a request as “role: text”; roles as the dialect calls them. */
    List<String> said(Request request) {
        List<String> all = new ArrayList<>();
        for (JsonNode message : request.json().path(list)) {
            all.add(message.path("role").asText() + ": " + text(message));
        }
        return all;
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

    /** What the model is called in this dialect. */
    String assistant() {
        return "assistant";
    }

    private static void event(Exchange exchange, String type, String data) {
        exchange.piece((type.isEmpty() ? "" : "event: " + type + "\n") + "data: " + data + "\n\n");
    }
}
