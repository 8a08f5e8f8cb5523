package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.List;

/** The body of a Gemini request. */
final class GeminiGenerateBody implements JsonBody.Fields {

    /** The effort that is none. */
    private static final String NONE = "none";

    private final Prompt prompt;

    GeminiGenerateBody(Prompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        if (!Blanks.isBlank(prompt.system())) {
            json.writeObjectFieldStart("systemInstruction");
            parts(json, List.of(), JsonBody.wellFormed(prompt.system()));
            json.writeEndObject();
        }
        json.writeArrayFieldStart("contents");
        for (Message message : prompt.messages()) {
            turn(json, message);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("generationConfig");
        config(json, prompt.parameters());
        json.writeEndObject();
    }

    /** A turn without parts, or with an empty one, is refused: it is left out. */
    private static void turn(JsonGenerator json, Message message) throws IOException {
        List<Attachment> files = Said.files(message);
        String text = Said.text(message);
        if (files.isEmpty() && Blanks.isBlank(text)) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("role", message.role() == Message.Role.USER ? "user" : "model");
        parts(json, files, text);
        json.writeEndObject();
    }

    private static void parts(JsonGenerator json, List<Attachment> files, String text) throws IOException {
        json.writeArrayFieldStart("parts");
        for (Attachment file : files) {
            json.writeStartObject();
            json.writeObjectFieldStart("inlineData");
            json.writeStringField("mimeType", file.mediaType());
            json.writeStringField("data", JsonBody.base64(file));
            json.writeEndObject();
            json.writeEndObject();
        }
        if (!Blanks.isBlank(text)) {
            json.writeStartObject();
            json.writeStringField("text", text);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void config(JsonGenerator json, Parameters parameters) throws IOException {
        if (parameters.temperature().isPresent()) {
            json.writeNumberField("temperature", parameters.temperature().getAsDouble());
        }
        if (parameters.maxTokens().isPresent()) {
            json.writeNumberField("maxOutputTokens", parameters.maxTokens().getAsLong());
        }
        JsonBody.texts(json, "stopSequences", parameters.stop());
        if (parameters.schema().isPresent()) {
            json.writeStringField("responseMimeType", "application/json");
            JsonBody.schema(json, "responseJsonSchema", parameters.schema().get());
        }
        if (parameters.reasoning().isPresent()) {
            thinking(json, parameters.reasoning().get());
        }
    }

    /** The 2.5 family counts its thoughts in tokens, all later ones have words. */
    private void thinking(JsonGenerator json, String effort) throws IOException {
        json.writeObjectFieldStart("thinkingConfig");
        if (prompt.model().contains("gemini-2.5")) {
            json.writeNumberField("thinkingBudget", effort.equals(NONE) ? 0 : ThinkingBudget.of(effort));
        } else {
            // None of them can be told not to think at all.
            json.writeStringField("thinkingLevel", effort.equals(NONE) ? "minimal" : effort);
        }
        json.writeBooleanField("includeThoughts", !effort.equals(NONE));
        json.writeEndObject();
    }
}
