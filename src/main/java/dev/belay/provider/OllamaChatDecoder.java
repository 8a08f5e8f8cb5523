package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Signal;
import dev.belay.chat.Usage;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Ollama's lines, token by token of the JSON: this is the hot path. The last line says that it is the last. Lives for
 * one answer on the call's thread.
 */
final class OllamaChatDecoder implements Decoder {

    private final Endpoint endpoint;
    private final Pieces text = new Pieces(Event.Text::new);
    private final Pieces reasoning = new Pieces(Event.Reasoning::new);
    private final ToolNames tools = new ToolNames();
    private Consumer<Signal> out;

    OllamaChatDecoder(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void frame(@Nullable String event, String data, Consumer<Signal> sink) {
        whole(data, sink);
    }

    @Override
    public void whole(String json, Consumer<Signal> sink) {
        out = sink;
        Payload.read(json, endpoint, out, this::line);
    }

    /** Never: what is counted comes with the last line. */
    @Override
    public boolean isClosing() {
        return false;
    }

    @Override
    public Outcome ended(String tail) {
        return Endings.brokenOff(tail);
    }

    private boolean line(JsonParser json) throws IOException {
        boolean error = false;
        boolean done = false;
        String reason = "done";
        OptionalLong input = OptionalLong.empty();
        OptionalLong output = OptionalLong.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "message" -> message(json, value);
                case "error" -> error = Payload.tellsError(json);
                case "done" -> done = value == JsonToken.VALUE_TRUE;
                case "done_reason" -> reason = json.getValueAsString(reason);
                case "prompt_eval_count" -> input = OptionalLong.of(json.getValueAsLong());
                case "eval_count" -> output = OptionalLong.of(json.getValueAsLong());
                default -> piece(json, name);
            }
            json.skipChildren();
        }
        if (done && !error) {
            end(new Usage(input, output), reason);
        }
        return error;
    }

    private void end(Usage usage, String reason) {
        if (usage.isKnown()) {
            out.accept(new Counted(usage));
        }
        out.accept(new Complete(reason));
    }

    private void message(JsonParser json, JsonToken value) throws IOException {
        while (value == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && name.equals("tool_calls")) {
                tools.read(json, out);
            } else {
                piece(json, name);
            }
        }
    }

    /** {@code response} is what a plain completion calls its text, which has no message around it. */
    private void piece(JsonParser json, String name) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
        } else if (name.equals("content") || name.equals("response")) {
            text.add(json.getText(), out);
        } else if (name.equals("thinking")) {
            reasoning.add(json.getText(), out);
        }
    }
}
