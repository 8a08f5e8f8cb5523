package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.List;

/** The body of a chat-completions request: what every service takes, and what the endpoint's traits change in it. */
final class OpenAiChatBody implements JsonBody.Fields {

    private final Endpoint endpoint;
    private final Prompt prompt;

    OpenAiChatBody(Endpoint endpoint, Prompt prompt) {
        this.endpoint = endpoint;
        this.prompt = prompt;
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("model", prompt.model());
        json.writeArrayFieldStart("messages");
        if (!prompt.system().isEmpty()) {
            json.writeStartObject();
            json.writeStringField("role", systemRole());
            json.writeStringField("content", JsonBody.wellFormed(prompt.system()));
            json.writeEndObject();
        }
        int last = prompt.messages().size() - 1;
        for (int i = 0; i <= last; i++) {
            message(json, prompt.messages().get(i), prompt.isPrefill() && i == last);
        }
        json.writeEndArray();
        json.writeBooleanField("stream", true);
        parameters(json, prompt.parameters());
        traits(json);
    }

    /** OpenAI's own newer models have a word of their own for it; o1-mini, the oldest of them, refuses that one. */
    private String systemRole() {
        String model = prompt.model();
        boolean newer = model.startsWith("gpt-")
                ? number(model, 4) >= 5
                : model.startsWith("o") && number(model, 1) > 0 && !model.startsWith("o1-mini");
        boolean original = endpoint.has(Trait.API_KEY_HEADER) || endpoint.isAt("api.openai.com");
        return original && newer ? "developer" : "system";
    }

    /** The number that begins there; 0 for none. */
    private static int number(String text, int at) {
        int number = 0;
        for (int i = at; i < text.length() && number < 100 && Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private void message(JsonGenerator json, Message message, boolean goneOnWith) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", message.role() == Message.Role.USER ? "user" : "assistant");
        List<Attachment> files = Said.files(message);
        if (files.isEmpty()) {
            json.writeStringField("content", Said.text(message));
        } else {
            parts(json, files, Said.text(message));
        }
        if (goneOnWith && (endpoint.has(Trait.PREFIX) || endpoint.has(Trait.PREFIX_IN_BETA))) {
            json.writeBooleanField("prefix", true);
        }
        json.writeEndObject();
    }

    private static void parts(JsonGenerator json, List<Attachment> files, String text) throws IOException {
        json.writeArrayFieldStart("content");
        for (Attachment file : files) {
            json.writeStartObject();
            if (file.kind() == Attachment.Kind.IMAGE) {
                json.writeStringField("type", "image_url");
                json.writeObjectFieldStart("image_url");
                json.writeStringField("url", JsonBody.dataUrl(file));
            } else {
                json.writeStringField("type", "file");
                json.writeObjectFieldStart("file");
                json.writeStringField("filename", JsonBody.wellFormed(file.name()));
                json.writeStringField("file_data", JsonBody.dataUrl(file));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        if (!text.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("type", "text");
            json.writeStringField("text", text);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void parameters(JsonGenerator json, Parameters parameters) throws IOException {
        if (parameters.temperature().isPresent()) {
            json.writeNumberField("temperature", parameters.temperature().getAsDouble());
        }
        if (parameters.maxTokens().isPresent()) {
            String name = endpoint.has(Trait.MAX_COMPLETION_TOKENS) ? "max_completion_tokens" : "max_tokens";
            json.writeNumberField(name, parameters.maxTokens().getAsLong());
        }
        JsonBody.texts(json, "stop", parameters.stop());
        if (parameters.reasoning().isPresent()) {
            effort(json, parameters.reasoning().get());
        }
        if (parameters.schema().isPresent()) {
            schema(json, parameters.schema().get());
        }
    }

    private void effort(JsonGenerator json, String effort) throws IOException {
        if (endpoint.has(Trait.REASONING_OBJECT)) {
            json.writeObjectFieldStart("reasoning");
            json.writeStringField("effort", effort);
            json.writeEndObject();
        } else {
            json.writeStringField("reasoning_effort", effort);
        }
    }

    private static void schema(JsonGenerator json, String schema) throws IOException {
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", "json_schema");
        json.writeObjectFieldStart("json_schema");
        json.writeStringField("name", "answer");
        json.writeBooleanField("strict", StrictSchema.is(schema));
        JsonBody.schema(json, "schema", schema);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void traits(JsonGenerator json) throws IOException {
        if (!endpoint.has(Trait.NO_STREAM_OPTIONS)) {
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            if (endpoint.has(Trait.USAGE_IN_EACH_CHUNK)) {
                json.writeBooleanField("continuous_usage_stats", true);
            }
            json.writeEndObject();
        }
        if (endpoint.has(Trait.TIMINGS_IN_EACH_CHUNK)) {
            json.writeBooleanField("timings_per_token", true);
        }
        if (prompt.isPrefill() && endpoint.has(Trait.CONTINUE_FINAL_MESSAGE)) {
            json.writeBooleanField("continue_final_message", true);
            json.writeBooleanField("add_generation_prompt", false);
        }
    }
}
