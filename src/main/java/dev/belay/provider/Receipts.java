package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Usage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a service that names its answers tells of one of them later on: tokens and cost, also of a stopped one. */
public final class Receipts {

    private Receipts() {}

    /** Where the account of an answer is to be had; empty for services that keep none. */
    public static Optional<String> url(Endpoint endpoint, String receipt) {
        return endpoint.has(Trait.RECEIPTS)
                ? Optional.of(endpoint.url("/generation?id=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /**
     * Reads such an account.
     *
     * @throws ProblemException when it is none
     */
    public static Usage usage(String json) {
        try {
            JsonNode data = new ObjectMapper().readTree(json).path("data");
            Usage usage = new Usage(
                    count(data, "native_tokens_prompt", "tokens_prompt"),
                    count(data, "native_tokens_completion", "tokens_completion"),
                    dollars(data.path("total_cost")));
            if (usage.isKnown() || usage.dollars().isPresent()) {
                return usage;
            }
        } catch (JsonProcessingException noJson) {
            // Said below, as of JSON that says nothing.
        }
        throw ProblemException.protocol("the provider's account of the answer cannot be read");
    }

    /** As the model itself counts, which is what is billed, else as the service does. */
    private static OptionalLong count(JsonNode data, String own, String common) {
        JsonNode count = data.path(own).isNumber() ? data.path(own) : data.path(common);
        return count.isNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }

    private static OptionalDouble dollars(JsonNode cost) {
        return cost.isNumber() ? OptionalDouble.of(cost.asDouble()) : OptionalDouble.empty();
    }
}
