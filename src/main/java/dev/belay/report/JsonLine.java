package dev.belay.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.view.Output;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * One JSON object as one line. What could steer a terminal, or ends a line for some readers, is escaped wherever the line
 * goes: it means the same to a program, and may come to a screen by ways that nobody sees from here. Lives on one thread.
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
        out.own(escaped(text.toString(), out.charset().equals(StandardCharsets.UTF_8)) + "\n");
    }

    /** Such characters are in strings only. */
    private static String escaped(String line, boolean hasAll) {
        StringBuilder out = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isFine = c < 0x7F || hasAll && !steers(c) && !isHalf(line, i);
            if (!isFine && out == null) {
                out = new StringBuilder(line.length() + 64).append(line, 0, i);
            }
            if (out != null && isFine) {
                out.append(c);
            } else if (out != null) {
                out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
            }
        }
        return out == null ? line : out.toString();
    }

    /** DEL and C1, line and paragraph separators, bidirectional embeddings, overrides and isolates. */
    private static boolean steers(char c) {
        return c >= 0x7F && c <= 0x9F || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Half of a surrogate pair, which UTF-8 cannot say. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
