package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.List;

/** The body of an Ollama request. */
final class OllamaChatBody implements JsonBody.Fields {

    private final Prompt prompt;

    OllamaChatBody(Prompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStringField("model", prompt.model());
        json.writeArrayFieldStart("messages");
        if (!prompt.system().isEmpty()) {
            message(json, "system", JsonBody.wellFormed(prompt.system()), List.of());
        }
        for (Message message : prompt.messages()) {
            String role = message.role() == Message.Role.USER ? "user" : "assistant";
            message(json, role, Said.text(message), Said.files(message));
        }
        json.writeEndArray();
        json.writeBooleanField("stream", true);
        Parameters parameters = prompt.parameters();
        if (parameters.reasoning().isPresent()) {
            think(json, parameters.reasoning().get());
        }
        if (parameters.schema().isPresent()) {
            JsonBody.schema(json, "format", parameters.schema().get());
        }
        options(json, parameters);
    }

    private static void message(JsonGenerator json, String role, String text, List<Attachment> files)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", text);
        if (!files.isEmpty()) {
            json.writeArrayFieldStart("images");
            for (Attachment file : files) {
                json.writeString(JsonBody.base64(picture(file)));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static Attachment picture(Attachment file) {
        if (file.kind() == Attachment.Kind.IMAGE) {
            return file;
        }
        throw ProblemException.file(
                "Ollama takes text and pictures, but no PDF such as " + file.name(),
                "send its text instead, for example from pdftotext");
    }

    /** Most models think or do not; only a few have steps. */
    private static void think(JsonGenerator json, String effort) throws IOException {
        switch (effort) {
            case "none" -> json.writeBooleanField("think", false);
            case "low", "medium", "high", "max" -> json.writeStringField("think", effort);
            default -> json.writeBooleanField("think", true);
        }
    }

    private static void options(JsonGenerator json, Parameters parameters) throws IOException {
        json.writeObjectFieldStart("options");
        if (parameters.temperature().isPresent()) {
            json.writeNumberField("temperature", parameters.temperature().getAsDouble());
        }
        if (parameters.maxTokens().isPresent()) {
            json.writeNumberField("num_predict", parameters.maxTokens().getAsLong());
        }
        JsonBody.texts(json, "stop", parameters.stop());
        json.writeEndObject();
    }
}
