package dev.belay.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Attachment;
import dev.belay.chat.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The JSON object of a request. */
final class JsonBody {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonBody() {}

    /** Writes what lies between the outermost braces. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] of(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A list of texts; nothing at all for an empty one. */
    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(wellFormed(text));
        }
        json.writeEndArray();
    }

    /**
     * A field whose value is a JSON schema, which is JSON already.
     *
     * @throws ProblemException when it is not
     */
    static void schema(JsonGenerator json, String name, String schema) throws IOException {
        json.writeFieldName(name);
        try (JsonParser parser = JSON.createParser(schema)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                json.copyCurrentStructure(parser);
                if (parser.nextToken() == null) {
                    return;
                }
            }
        } catch (JsonProcessingException broken) {
            // Said below, in the same words.
        }
        throw ProblemException.configuration(
                "the JSON schema is no JSON object", "check the file or the text it is from");
    }

    /** A file as most services take it, inside the request. */
    static String dataUrl(Attachment file) {
        return "data:" + file.mediaType() + ";base64," + base64(file);
    }

    static String base64(Attachment file) {
        return Base64.getEncoder().encodeToString(file.content());
    }

    /** Half a surrogate pair cannot be encoded; it becomes a question mark instead of an exception. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
