package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.List;

/** A prompt as the Responses API takes it. */
final class OpenAiResponsesBody {

    private OpenAiResponsesBody() {}

    static byte[] of(Prompt prompt) {
        if (!prompt.parameters().stop().isEmpty()) {
            throw ProblemException.configuration(
                    "the responses dialect knows no texts that end an answer", "leave stop out, or use --dialect chat");
        }
        return JsonBody.of(json -> write(json, prompt));
    }

    private static void write(JsonGenerator json, Prompt prompt) throws IOException {
        json.writeStringField("model", prompt.model());
        if (!prompt.system().isBlank()) {
            json.writeStringField("instructions", JsonBody.wellFormed(prompt.system()));
        }
        json.writeArrayFieldStart("input");
        for (Message message : prompt.messages()) {
            message(json, message);
        }
        json.writeEndArray();
        json.writeBooleanField("stream", true);
        json.writeBooleanField("store", false);
        parameters(json, prompt.parameters());
    }

    private static void message(JsonGenerator json, Message message) throws IOException {
        String text = Said.text(message);
        List<Attachment> files = Said.files(message);
        if (files.isEmpty() && text.isBlank()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("role", message.role() == Message.Role.USER ? "user" : "assistant");
        if (files.isEmpty()) {
            json.writeStringField("content", text);
        } else {
            json.writeArrayFieldStart("content");
            for (Attachment file : files) {
                file(json, file);
            }
            if (!text.isBlank()) {
                json.writeStartObject();
                json.writeStringField("type", "input_text");
                json.writeStringField("text", text);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, Attachment file) throws IOException {
        json.writeStartObject();
        if (file.kind() == Attachment.Kind.IMAGE) {
            json.writeStringField("type", "input_image");
            json.writeStringField("image_url", JsonBody.dataUrl(file));
        } else {
            json.writeStringField("type", "input_file");
            json.writeStringField("filename", JsonBody.wellFormed(file.name()));
            json.writeStringField("file_data", JsonBody.dataUrl(file));
        }
        json.writeEndObject();
    }

    private static void parameters(JsonGenerator json, Parameters parameters) throws IOException {
        if (parameters.temperature().isPresent()) {
            json.writeNumberField("temperature", parameters.temperature().getAsDouble());
        }
        if (parameters.maxTokens().isPresent()) {
            json.writeNumberField("max_output_tokens", parameters.maxTokens().getAsLong());
        }
        if (parameters.reasoning().isPresent()) {
            String effort = parameters.reasoning().get();
            json.writeObjectFieldStart("reasoning");
            json.writeStringField("effort", JsonBody.wellFormed(effort));
            if (!effort.equals("none")) {
                json.writeStringField("summary", "auto");
            }
            json.writeEndObject();
        }
        if (parameters.schema().isPresent()) {
            schema(json, parameters.schema().get());
        }
    }

    private static void schema(JsonGenerator json, String schema) throws IOException {
        json.writeObjectFieldStart("text");
        json.writeObjectFieldStart("format");
        json.writeStringField("type", "json_schema");
        json.writeStringField("name", "answer");
        json.writeBooleanField("strict", StrictSchema.is(schema));
        JsonBody.schema(json, "schema", schema);
        json.writeEndObject();
        json.writeEndObject();
    }
}
