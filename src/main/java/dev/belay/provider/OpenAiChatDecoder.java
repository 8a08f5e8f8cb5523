package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Signal;
import dev.belay.chat.Usage;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat-completion chunks, token by token of the JSON: this is the hot path. Lives for one answer on the call's
 * thread.
 */
final class OpenAiChatDecoder implements Decoder {

    private final Endpoint endpoint;
    private final Pieces text = new Pieces(Event.Text::new);
    private final Pieces reasoning = new Pieces(Event.Reasoning::new);
    private Consumer<Signal> out;
    private final ToolNames tools = new ToolNames();
    private boolean receiptWanted;
    private boolean streaming;
    private boolean refused;
    private @Nullable String finish;

    OpenAiChatDecoder(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.receiptWanted = endpoint.has(Trait.RECEIPTS);
    }

    @Override
    public void begin(Map<String, String> headers, Consumer<Signal> sink) {
        out = sink;
        receipt(headers.get("x-generation-id"));
    }

    private void receipt(@Nullable String id) {
        if (receiptWanted && id != null && id.startsWith("gen-")) {
            receiptWanted = false;
            out.accept(new Event.Receipt(id));
        }
    }

    @Override
    public void frame(@Nullable String event, String payload, Consumer<Signal> sink) {
        out = sink;
        streaming = true;
        String data = payload.strip();
        if (data.equals("[DONE]")) {
            out.accept(complete(finish == null ? "done" : finish));
        } else if ("error".equals(event)) {
            out.accept(Refusals.inAnswer(data, endpoint));
        } else if (data.startsWith("{")) {
            Payload.read(data, endpoint, out, this::chunk);
        }
    }

    @Override
    public void whole(String json, Consumer<Signal> sink) {
        out = sink;
        Payload.read(json.startsWith("[") ? json.substring(1) : json, endpoint, out, this::chunk);
    }

    @Override
    public boolean isClosing() {
        return finish != null;
    }

    @Override
    public Outcome ended(String tail) {
        Optional<Failed> told = Endings.toldIn(tail, endpoint);
        if (told.isPresent()) {
            return told.get();
        }
        return finish != null ? complete(finish) : Endings.brokenOff(tail);
    }

    private Outcome complete(String reason) {
        return switch (reason) {
            case "error", "aborted", "insufficient_system_resource" -> Endings.gaveUp(reason);
            default -> new Complete(refused ? "refusal" : reason);
        };
    }

    /** True when the chunk tells an error, which wins over whatever else it holds. */
    private boolean chunk(JsonParser json) throws IOException {
        boolean error = false;
        Usage told = Usage.UNKNOWN;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "id" -> {
                    receipt(value == JsonToken.VALUE_STRING && receiptWanted ? json.getText() : null);
                    json.skipChildren();
                }
                case "choices" -> choices(json);
                case "usage" -> told = OpenAiChatUsage.read(json, told);
                case "timings" -> told = OpenAiChatUsage.timings(json, told);
                case "x_groq" -> error |= value == JsonToken.START_OBJECT && chunk(json);
                case "error" -> error |= Payload.tellsError(json);
                default -> json.skipChildren();
            }
        }
        if (told.isKnown()) {
            out.accept(new Counted(told));
        }
        return error;
    }

    private void choices(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            choice(json);
        }
    }

    private void choice(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("finish_reason") && value == JsonToken.VALUE_STRING && json.getTextLength() > 0) {
                finish = json.getText();
            } else if (name.equals(streaming ? "delta" : "message") && value == JsonToken.START_OBJECT) {
                // Perplexity repeats the whole text so far in a "message" beside each delta.
                delta(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void delta(JsonParser json) throws IOException {
        String thought = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && name.equals("content")) {
                parts(json);
            } else if (value.isStructStart() && (name.equals("tool_calls") || name.equals("function_call"))) {
                tools.read(json, out);
            } else if (value != JsonToken.VALUE_STRING || json.getTextLength() == 0) {
                json.skipChildren();
            } else {
                thought = piece(name, json.getText(), thought);
            }
        }
    }

    /** Returns the thought told so far: some servers tell each thought twice, by both names. */
    private String piece(String name, String piece, String thought) {
        switch (name) {
            case "content" -> text.add(piece, out);
            case "refusal" -> {
                refused = true;
                text.add(piece, out);
            }
            case "reasoning_content", "reasoning" -> {
                if (!piece.equals(thought)) {
                    reasoning.add(piece, out);
                }
                return piece;
            }
            default -> {}
        }
        return thought;
    }

    /** Mistral's form: an array of parts, each text or a thought of parts. */
    private void parts(JsonParser json) throws IOException {
        boolean thinking = false;
        for (int depth = 1; depth > 0; ) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return;
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                thinking &= depth > 1;
            } else if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
                thinking |= json.currentName().equals("type") && json.getText().equals("thinking");
                if (json.currentName().equals("text")) {
                    (thinking ? reasoning : text).add(json.getText(), out);
                }
            }
        }
    }
}
