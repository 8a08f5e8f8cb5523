package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Signal;
import dev.belay.wire.Decoder;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Gemini's chunks, token by token of the JSON: this is the hot path. Nothing in them is the last word, as some servers
 * give a reason with each: the answer is complete when the stream ends and a reason was given. Lives for one answer on the
 * call's thread.
 */
final class GeminiGenerateDecoder implements Decoder {

    private final Endpoint endpoint;
    private final Pieces text = new Pieces(Event.Text::new);
    private final Pieces reasoning = new Pieces(Event.Reasoning::new);
    private final ToolNames tools = new ToolNames();
    private final GeminiUsage usage = new GeminiUsage();
    private Consumer<Signal> out;
    private @Nullable String finish;

    GeminiGenerateDecoder(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void frame(@Nullable String event, String data, Consumer<Signal> sink) {
        whole(data, sink);
    }

    /** A chunk, or a list of chunks: that is how Gemini streams unless it is asked for events. */
    @Override
    public void whole(String json, Consumer<Signal> sink) {
        out = sink;
        String data = json.strip();
        if (data.startsWith("{") || data.startsWith("[")) {
            Payload.read(data, endpoint, out, this::chunks);
        }
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
        return finish != null ? new Complete(finish) : Endings.brokenOff(tail);
    }

    private boolean chunks(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return chunk(json);
        }
        boolean error = false;
        while (json.nextToken() == JsonToken.START_OBJECT) {
            error |= chunk(json);
        }
        return error;
    }

    private boolean chunk(JsonParser json) throws IOException {
        boolean error = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("candidates") && value == JsonToken.START_ARRAY) {
                candidates(json);
            } else if (name.equals("usageMetadata") && value == JsonToken.START_OBJECT) {
                usage.read(json, out);
            } else if (name.equals("promptFeedback") && value == JsonToken.START_OBJECT) {
                feedback(json);
            } else if (name.equals("error")) {
                error |= Payload.tellsError(json);
            } else {
                json.skipChildren();
            }
        }
        return error;
    }

    /** Comes with good prompts, too; only a blocked one has a reason. */
    private void feedback(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean reason = json.currentName().equals("blockReason");
            if (json.nextToken() == JsonToken.VALUE_STRING && reason) {
                finish = "BLOCKED:" + json.getText();
            }
            json.skipChildren();
        }
    }

    private void candidates(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("content") && value == JsonToken.START_OBJECT) {
                    content(json);
                } else if (name.equals("finishReason") && value == JsonToken.VALUE_STRING) {
                    finish = json.getText();
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void content(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean parts = json.currentName().equals("parts");
            if (json.nextToken() == JsonToken.START_ARRAY && parts) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    part(json);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** Whether a text is a thought is told beside it, before or after. */
    private void part(JsonParser json) throws IOException {
        String piece = "";
        boolean thought = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("text") && value == JsonToken.VALUE_STRING) {
                piece = json.getText();
            } else if (name.equals("thought")) {
                thought = value == JsonToken.VALUE_TRUE;
            } else if (name.equals("functionCall") && value == JsonToken.START_OBJECT) {
                tools.read(json, out);
            } else {
                json.skipChildren();
            }
        }
        (thought ? reasoning : text).add(piece, out);
    }
}
