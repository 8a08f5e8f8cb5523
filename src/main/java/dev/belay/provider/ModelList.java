package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.ProblemException;
import dev.belay.wire.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The models an endpoint offers, as its own list tells. */
public final class ModelList {

    private ModelList() {}

    /**
     * Asks {@code GET BASE/models}.
     *
     * @return names, sorted
     * @throws ProblemException when the server refuses or sends no list
     * @throws IOException when it cannot be reached
     */
    public static List<String> of(Endpoint endpoint, Http http) throws IOException {
        Http.Fetched fetched = http.get(endpoint.baseUrl() + "/models", OpenAiChat.headers(endpoint));
        if (fetched.refusal() != null) {
            throw new ProblemException(Refusals.read(fetched.refusal(), endpoint).problem());
        }
        return names(fetched.body());
    }

    static List<String> names(String json) {
        List<String> names = new ArrayList<>();
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            for (JsonNode model : root.isArray() ? root : root.path("data")) {
                names.add(model.path("id").asText());
            }
        } catch (JsonProcessingException noJson) {
            throw ProblemException.protocol("the server sent no list of models");
        }
        names.removeIf(String::isBlank);
        Collections.sort(names);
        return names;
    }
}
