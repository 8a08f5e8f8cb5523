package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event.ToolCall;
import dev.belay.chat.Signal;
import java.io.IOException;
import java.util.function.Consumer;

/** Tells each tool that an answer calls once, in whatever pieces the calls come. Lives for one answer. */
final class ToolNames {

    private String index = "";
    private String id = "";
    private boolean any;

    /** Reads an array {@code tool_calls}, or an object that is one call's name and arguments. */
    void read(JsonParser json, Consumer<Signal> out) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            told("", "", name(json), out);
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                call(json, out);
            } else {
                json.skipChildren();
            }
        }
    }

    private void call(JsonParser json, Consumer<Signal> out) throws IOException {
        String at = "";
        String called = "";
        String name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "index" -> at = json.getValueAsString("");
                case "id" -> called = json.getValueAsString("");
                case "function" -> name = value == JsonToken.START_OBJECT ? name(json) : "";
                default -> {}
            }
            json.skipChildren();
        }
        told(at, called, name, out);
    }

    private static String name(JsonParser json) throws IOException {
        String name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isName = json.currentName().equals("name");
            json.nextToken();
            name = isName ? json.getValueAsString("") : name;
            json.skipChildren();
        }
        return name;
    }

    /** Some servers repeat the name with each piece, some number all calls alike, and some give neither number nor id. */
    private void told(String at, String called, String name, Consumer<Signal> out) {
        boolean anonymous = at.isEmpty() && called.isEmpty();
        boolean another = !any || anonymous || !at.equals(index) || !called.isEmpty() && !called.equals(id);
        if (name.isEmpty() || !another) {
            return;
        }
        any = true;
        index = at;
        id = called;
        out.accept(new ToolCall(name));
    }
}
