package dev.belay.session.count;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A line of a journal, of which no text is kept that has been said: only its length, and what else is told. Fields of objects
 * within are named with a dot. Lives on one thread.
 */
final class JournalRecord {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> fields = new HashMap<>();
    private long length;

    /** Reads the line anew; false when it is none. */
    boolean isIn(byte[] bytes, int from, int to) {
        fields.clear();
        length = 0;
        try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            object(parser, "");
            return parser.nextToken() == null;
        } catch (IOException torn) {
            return false;
        }
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            String path = prefix.isEmpty() ? name : prefix + name;
            if (value == JsonToken.START_OBJECT && prefix.isEmpty()) {
                object(parser, name + ".");
            } else if (value == JsonToken.VALUE_STRING) {
                string(parser, path);
            } else if (value.isNumeric()) {
                fields.put(path, parser.getDoubleValue());
            } else {
                parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("torn");
        }
    }

    private void string(JsonParser parser, String path) throws IOException {
        boolean said = path.equals("text") || path.equals("reasoning") || path.equals("system");
        if (!said) {
            fields.put(path, parser.getText());
        } else if ("delta".equals(text("type"))) {
            length += parser.getTextLength();
        }
    }

    /** Of what a delta says. */
    long length() {
        return length;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty when it is not there. */
    String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    /** 0 when it is not there, or none that a count can be. */
    int count(String field) {
        return fields.get(field) instanceof Double number && number >= 0 ? number.intValue() : 0;
    }

    OptionalLong amount(String field) {
        OptionalDouble number = number(field);
        return number.isPresent() ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
    }

    /** What cannot be meant is not there. */
    private OptionalDouble number(String field) {
        return fields.get(field) instanceof Double number && number >= 0 && number < 1e15
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }

    Usage usage(String field) {
        return new Usage(
                amount(field + ".input_tokens"), amount(field + ".output_tokens"), number(field + ".cost_usd"));
    }
}
