package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Signal;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of the Responses API, token by token of the JSON: this is the hot path. Lives for one answer on the
 * call's thread.
 *
 * <p>An event's type may come after what it is the type of, and so may an item's and a part's.
 */
final class OpenAiResponsesDecoder implements Decoder {

    private final Endpoint endpoint;
    private final Pieces text = new Pieces(Event.Text::new);
    private final Pieces reasoning = new Pieces(Event.Reasoning::new);
    private final OpenAiResponse response = new OpenAiResponse();
    private Consumer<Signal> out;
    private boolean streaming;
    private boolean refused;

    OpenAiResponsesDecoder(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void frame(@Nullable String event, String payload, Consumer<Signal> sink) {
        out = sink;
        streaming = true;
        String data = payload.stripLeading();
        if (data.startsWith("{")) {
            Payload.read(data, endpoint, out, json -> event(json, event, data));
        }
    }

    @Override
    public void whole(String json, Consumer<Signal> sink) {
        out = sink;
        Payload.read(json, endpoint, out, parser -> {
            response.read(parser, json, this::items);
            if (response.status().isEmpty()) {
                return response.tellsError();
            }
            end(response.status());
            return false;
        });
    }

    /** Never: the event that says why the answer ends is the last one, and tells everything. */
    @Override
    public boolean isClosing() {
        return false;
    }

    @Override
    public Outcome ended(String tail) {
        Optional<Failed> told = Endings.toldIn(tail, endpoint);
        return told.isPresent() ? told.get() : Endings.brokenOff(tail);
    }

    /** True when the event tells an error. */
    private boolean event(JsonParser json, @Nullable String named, String data) throws IOException {
        String type = named == null ? "" : named;
        String delta = "";
        String tool = "";
        boolean error = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = Payload.text(json);
                case "delta" -> delta = Payload.text(json);
                case "item" -> tool = item(json);
                case "response" -> response.read(json, data, JsonParser::skipChildren);
                case "error" -> error |= Payload.tellsError(json);
                default -> json.skipChildren();
            }
        }
        switch (type) {
            case "response.output_text.delta" -> text.add(delta, out);
            case "response.refusal.delta" -> refuse(delta);
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" -> reasoning.add(delta, out);
            case "response.output_item.added" -> call(tool);
            case "response.completed" -> end("completed");
            case "response.incomplete" -> end("incomplete");
            case "response.failed" -> end("failed");
            default -> {}
        }
        return error || type.equals("error");
    }

    private void refuse(String words) {
        refused = true;
        text.add(words, out);
    }

    private void call(String tool) {
        if (!tool.isEmpty()) {
            out.accept(new Event.ToolCall(tool));
        }
    }

    private void end(String ending) {
        if (response.usage().isKnown()) {
            out.accept(new Counted(response.usage()));
        }
        out.accept(response.outcome(ending, refused, endpoint));
    }

    /** What a whole response says. */
    private void items(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            call(item(json));
        }
    }

    /** Returns the name of the tool that the item asks for; empty for another item. */
    private String item(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return "";
        }
        String type = "";
        String tool = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = Payload.text(json);
                case "name" -> tool = Payload.text(json);
                case "content", "summary" -> parts(json);
                default -> json.skipChildren();
            }
        }
        return type.equals("function_call") ? tool : "";
    }

    /** What an item says; in a stream it has been said before. */
    private void parts(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY || streaming) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            part(json);
        }
    }

    private void part(JsonParser json) throws IOException {
        String type = "";
        String words = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = Payload.text(json);
                case "text", "refusal" -> words = Payload.text(json);
                default -> json.skipChildren();
            }
        }
        switch (type) {
            case "output_text" -> text.add(words, out);
            case "refusal" -> refuse(words);
            case "summary_text", "reasoning_text" -> reasoning.add(words, out);
            default -> {}
        }
    }
}
