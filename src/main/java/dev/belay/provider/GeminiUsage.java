package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Event.Counted;
import dev.belay.chat.Signal;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The counts in Gemini's chunks, which are told with each and sums so far; told on when they change. Lives for one answer. */
final class GeminiUsage {

    private static final long UNTOLD = -1;

    private long input = UNTOLD;
    private long output = UNTOLD;

    void read(JsonParser json, Consumer<Signal> out) throws IOException {
        long read = UNTOLD;
        long made = UNTOLD;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                json.skipChildren();
                continue;
            }
            switch (name) {
                case "promptTokenCount", "toolUsePromptTokenCount" -> read = Math.max(read, 0) + json.getLongValue();
                case "candidatesTokenCount", "thoughtsTokenCount" -> made = Math.max(made, 0) + json.getLongValue();
                default -> {}
            }
        }
        if (read != input || made != output) {
            input = read;
            output = made;
            out.accept(new Counted(new Usage(told(read), told(made))));
        }
    }

    private static OptionalLong told(long count) {
        return count == UNTOLD ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
