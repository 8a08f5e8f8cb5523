package dev.belay.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.belay.chat.Usage;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads the counts in a chat-completions chunk, in each of the forms that servers have for them. */
final class OpenAiChatUsage {

    private OpenAiChatUsage() {}

    /** The field {@code usage}; what is there instead where it holds none. */
    static Usage read(JsonParser json, Usage instead) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return instead;
        }
        OptionalLong input = OptionalLong.empty();
        OptionalLong output = OptionalLong.empty();
        OptionalDouble dollars = OptionalDouble.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NUMBER_INT && name.equals("prompt_tokens")) {
                input = OptionalLong.of(json.getLongValue());
            } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("completion_tokens")) {
                output = OptionalLong.of(json.getLongValue());
            } else if (name.equals("cost")) {
                dollars = cost(json);
            } else {
                json.skipChildren();
            }
        }
        Usage told = new Usage(input, output, dollars);
        return told.isKnown() ? told : instead;
    }

    /** A number (OpenRouter), or an object that ends in a sum (Perplexity). */
    private static OptionalDouble cost(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return amount(json);
        }
        OptionalDouble sum = OptionalDouble.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isSum = json.currentName().equals("total_cost");
            json.nextToken();
            OptionalDouble amount = amount(json);
            sum = isSum ? amount : sum;
        }
        return sum;
    }

    private static OptionalDouble amount(JsonParser json) throws IOException {
        if (json.currentToken().isNumeric()) {
            return OptionalDouble.of(json.getDoubleValue());
        }
        json.skipChildren();
        return OptionalDouble.empty();
    }

    /**
     * The field {@code timings} (llama.cpp), which a stopped answer has too: what was read anew and what was still there, and
     * what was made. What {@code usage} said is better.
     */
    static Usage timings(JsonParser json, Usage better) throws IOException {
        long read = -1;
        long cached = -1;
        OptionalLong made = OptionalLong.empty();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return better;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NUMBER_INT) {
                json.skipChildren();
            } else if (name.equals("prompt_n")) {
                read = json.getLongValue();
            } else if (name.equals("cache_n")) {
                cached = json.getLongValue();
            } else if (name.equals("predicted_n")) {
                made = OptionalLong.of(json.getLongValue());
            }
        }
        boolean whole = read >= 0 && cached >= 0;
        return better.isKnown()
                ? better
                : new Usage(whole ? OptionalLong.of(read + cached) : OptionalLong.empty(), made);
    }
}
