package dev.belay.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.belay.chat.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** One JSON document of an answer, read token by token: no tree is built on the hot path. */
final class Payload {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Payload() {}

    /** Reads an object whose first token has been read; true when it tells an error, which wins over whatever else it holds. */
    interface Reader {
        boolean read(JsonParser json) throws IOException;
    }

    /** Reads a document; what is wrong with it, or what error it tells, goes out as the outcome. */
    static void read(String data, Endpoint endpoint, Consumer<Signal> out, Reader reader) {
        try (JsonParser json = JSON.createParser(data)) {
            json.nextToken();
            if (reader.read(json)) {
                out.accept(Refusals.inAnswer(data, endpoint));
            }
        } catch (JsonEOFException cut) {
            out.accept(Endings.brokenOff());
        } catch (JsonProcessingException broken) {
            out.accept(Endings.brokenJson());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The current value's text; empty, and the value passed over, when it is none. */
    static String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    /** Whether a field called error, whose value is the current token, holds one: empty ones are sent beside good answers. */
    static boolean tellsError(JsonParser json) throws IOException {
        JsonToken value = json.currentToken();
        return switch (value) {
            case START_OBJECT, START_ARRAY -> isFilled(json);
            case VALUE_STRING -> json.getTextLength() > 0;
            case VALUE_NULL, VALUE_FALSE -> false;
            default -> json.getValueAsInt(1) != 0;
        };
    }

    private static boolean isFilled(JsonParser json) throws IOException {
        boolean empty = json.nextToken().isStructEnd();
        for (int depth = empty ? 0 : json.currentToken().isStructStart() ? 2 : 1; depth > 0; ) {
            JsonToken token = json.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return !empty;
    }
}
