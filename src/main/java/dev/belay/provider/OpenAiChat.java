package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Post;
import dev.belay.wire.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The OpenAI chat-completions dialect, which most services and local servers speak. */
public final class OpenAiChat implements Dialect {

    private final Endpoint endpoint;

    public OpenAiChat(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Post post(Prompt prompt) {
        return new Post(endpoint.url("/chat/completions"), headers(), body(prompt));
    }

    @Override
    public String listUrl() {
        return endpoint.url("/models");
    }

    @Override
    public List<String> models(String json) {
        return ModelList.names(json);
    }

    @Override
    public Map<String, String> headers() {
        return endpoint.headers(endpoint.has(Trait.API_KEY_HEADER) ? "api-key" : Endpoint.AUTHORIZATION);
    }

    private static byte[] body(Prompt prompt) {
        return JsonBody.of(json -> {
            json.writeStringField("model", prompt.model());
            json.writeArrayFieldStart("messages");
            if (!prompt.system().isEmpty()) {
                message(json, "system", JsonBody.wellFormed(prompt.system()));
            }
            for (Message message : prompt.messages()) {
                message(json, message.role() == Message.Role.USER ? "user" : "assistant", Said.text(message));
            }
            json.writeEndArray();
            json.writeBooleanField("stream", true);
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        });
    }

    private static void message(JsonGenerator json, String role, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", text);
        json.writeEndObject();
    }

    @Override
    public Decoder decoder() {
        return new OpenAiChatDecoder(endpoint);
    }

    @Override
    public Failed refused(Refusal refusal) {
        return Refusals.read(refusal, endpoint);
    }
}
