package dev.belay.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

    /** Half a surrogate pair cannot be encoded; it becomes a question mark instead of an exception. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
