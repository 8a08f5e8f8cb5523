package dev.belay.guide;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A chat completion request, as far as the guide cares for it. */
record Ask(List<Spoken> messages, Form form, UsageChunk usage) {
    /** How the answer is to be sent. */
    enum Form {
        /** As server-sent events, piece by piece. */
        STREAM,
        /** As one JSON object. */
        WHOLE
    }

    /** Whether a streamed answer is to end with a chunk of usage. */
    enum UsageChunk {
        /** The client asked for it. */
        WANTED,
        /** The client did not ask, and older ones could not take it. */
        NOT_WANTED
    }

    /** What a request is not: the message says what is wrong with it. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }

        /** It always has one. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    static Ask read(JsonFactory json, InputStream body) throws IOException, Malformed {
        try (JsonParser parser = json.createParser(body)) {
            return read(parser);
        } catch (JacksonException e) {
            throw new Malformed(
                    "The body is not valid JSON, seen at " + e.getLocation().offsetDescription() + ".");
        }
    }

    private static Ask read(JsonParser parser) throws IOException, Malformed {
        expect(parser.nextToken() == JsonToken.START_OBJECT, "The body must be a JSON object.");
        List<Spoken> messages = new ArrayList<>();
        Form form = Form.WHOLE;
        UsageChunk usage = UsageChunk.NOT_WANTED;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "messages" -> readMessages(parser, messages);
                case "stream" -> {
                    form = value == JsonToken.VALUE_TRUE ? Form.STREAM : Form.WHOLE;
                    parser.skipChildren();
                }
                case "stream_options" -> usage = readUsage(parser);
                default -> parser.skipChildren();
            }
        }
        expect(parser.nextToken() == null, "Something follows the JSON object.");
        expect(hasQuestion(messages), "'messages' must hold a message of the user.");
        return new Ask(messages, form, usage);
    }

    private static boolean hasQuestion(List<Spoken> messages) {
        for (Spoken message : messages) {
            if (message.byUser()) {
                return true;
            }
        }
        return false;
    }

    private static void readMessages(JsonParser parser, List<Spoken> messages) throws IOException, Malformed {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "'messages' must be an array.");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.START_OBJECT, "Each message must be an object.");
            messages.add(readMessage(parser));
        }
    }

    private static Spoken readMessage(JsonParser parser) throws IOException {
        String role = "";
        String text = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "role" -> role = readString(parser);
                case "content" -> text = readContent(parser);
                default -> parser.skipChildren();
            }
        }
        return new Spoken(role, text);
    }

    /** A string, or an array of parts of which those of type text count. */
    private static String readContent(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return readString(parser);
        }
        StringBuilder text = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean part = parser.currentToken() == JsonToken.START_OBJECT;
            text.append(part ? readPart(parser) : "");
            parser.skipChildren();
        }
        return text.toString();
    }

    private static String readPart(JsonParser parser) throws IOException {
        String type = "";
        String text = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "type" -> type = readString(parser);
                case "text" -> text = readString(parser);
                default -> parser.skipChildren();
            }
        }
        return type.equals("text") ? text : "";
    }

    /** Whatever else stands in the place of the string is passed over as a whole. */
    private static String readString(JsonParser parser) throws IOException {
        String text = parser.getValueAsString("");
        parser.skipChildren();
        return text;
    }

    private static UsageChunk readUsage(JsonParser parser) throws IOException {
        UsageChunk usage = UsageChunk.NOT_WANTED;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return usage;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            boolean set = parser.nextToken() == JsonToken.VALUE_TRUE;
            parser.skipChildren();
            usage = field.equals("include_usage") && set ? UsageChunk.WANTED : usage;
        }
        return usage;
    }

    private static void expect(boolean fine, String otherwise) throws Malformed {
        if (!fine) {
            throw new Malformed(otherwise);
        }
    }
}
