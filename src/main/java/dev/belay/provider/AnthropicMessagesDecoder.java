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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Anthropic's events, token by token of the JSON: this is the hot path. Lives for one answer on the call's thread.
 *
 * <p>Each event is read by the names of its fields, whose order nobody promises.
 */
final class AnthropicMessagesDecoder implements Decoder {

    private static final long UNTOLD = -1;

    private final Endpoint endpoint;
    private final Pieces text = new Pieces(Event.Text::new);
    private final Pieces reasoning = new Pieces(Event.Reasoning::new);
    private Consumer<Signal> out;
    private boolean streaming;
    private @Nullable String finish;

    // Tokens as they were told last, each by itself: proxies leave some out and repeat others.
    private long fresh;
    private long cacheWritten;
    private long cacheRead;
    private long made = UNTOLD;

    AnthropicMessagesDecoder(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void frame(@Nullable String event, String payload, Consumer<Signal> sink) {
        out = sink;
        streaming = true;
        String data = payload.stripLeading();
        if ("error".equals(event)) {
            out.accept(Refusals.inAnswer(data, endpoint));
        } else if (data.startsWith("{")) {
            Payload.read(data, endpoint, out, this::event);
        }
    }

    @Override
    public void whole(String json, Consumer<Signal> sink) {
        out = sink;
        Payload.read(json, endpoint, out, this::event);
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

    /** One event, or a whole message; true when it tells an error. */
    private boolean event(JsonParser json) throws IOException {
        String type = "";
        boolean counted = false;
        boolean error = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> type = Payload.text(json);
                case "delta", "content_block" -> block(json);
                case "message" -> counted |= value == JsonToken.START_OBJECT && message(json);
                case "error" -> error |= Payload.tellsError(json);
                default -> counted |= part(json, name, value);
            }
        }
        if (counted) {
            count();
        }
        if (type.equals("message_stop")) {
            out.accept(new Complete(finish == null ? "done" : finish));
        }
        return error || type.equals("error");
    }

    /** The message that a stream begins with; true when it tells token counts. */
    private boolean message(JsonParser json) throws IOException {
        boolean counted = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            counted |= part(json, name, json.nextToken());
        }
        return counted;
    }

    /** What a message holds, as a whole or at its beginning; true when it is token counts. */
    private boolean part(JsonParser json, String name, JsonToken value) throws IOException {
        if (name.equals("usage") && value == JsonToken.START_OBJECT) {
            usage(json);
            return true;
        }
        if (name.equals("content") && value == JsonToken.START_ARRAY && !streaming) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                block(json);
            }
        } else if (name.equals("stop_reason") && value == JsonToken.VALUE_STRING) {
            stop(json);
        } else {
            json.skipChildren();
        }
        return false;
    }

    /** A block, its beginning, a piece of one, or the delta that tells why the message stops. */
    private void block(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String type = "";
        String content = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                json.skipChildren();
                continue;
            }
            switch (name) {
                case "type" -> type = json.getText();
                case "text", "thinking", "name" -> content = json.getText();
                case "stop_reason" -> stop(json);
                default -> {}
            }
        }
        switch (type) {
            case "text", "text_delta" -> text.add(content, out);
            case "thinking", "thinking_delta" -> reasoning.add(content, out);
            case "tool_use" -> out.accept(new Event.ToolCall(content));
            default -> {}
        }
    }

    private void stop(JsonParser json) throws IOException {
        if (json.getTextLength() > 0) {
            finish = json.getText();
        }
    }

    private void usage(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                json.skipChildren();
                continue;
            }
            switch (name) {
                case "input_tokens" -> fresh = json.getLongValue();
                case "cache_creation_input_tokens" -> cacheWritten = json.getLongValue();
                case "cache_read_input_tokens" -> cacheRead = json.getLongValue();
                case "output_tokens" -> made = json.getLongValue();
                default -> {}
            }
        }
    }

    /** What a message's beginning counts as output is not what it comes to: an interrupted answer is estimated instead. */
    private void count() {
        long read = fresh + cacheWritten + cacheRead;
        OptionalLong input = read == 0 ? OptionalLong.empty() : OptionalLong.of(read);
        OptionalLong output = finish == null || made == UNTOLD ? OptionalLong.empty() : OptionalLong.of(made);
        Usage told = new Usage(input, output);
        if (told.isKnown()) {
            out.accept(new Counted(told));
        }
    }
}
