package dev.belay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.view.Output;
import java.io.IOException;
import java.io.StringWriter;

/**
 * One JSON object as one line, safe on every screen. Lives on one thread.
 */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    JsonLine() throws IOException {
        json = JSON.createGenerator(text);
        json.writeStartObject();
    }

    /** For a line that is one of several kinds. */
    static JsonLine ofType(String type) throws IOException {
        return new JsonLine().field("type", type);
    }

    /** A field whose value is a text. */
    JsonLine field(String name, String value) throws IOException {
        json.writeStringField(name, value);
        return this;
    }

    /** Takes fields of other kinds. */
    JsonGenerator json() {
        return json;
    }

    /** Writes it, in one piece and flushed. */
    void to(Output out) throws IOException {
        json.writeEndObject();
        json.close();
        out.own(SafeJson.escaped(text.toString(), out.charset()) + "\n");
    }
}
