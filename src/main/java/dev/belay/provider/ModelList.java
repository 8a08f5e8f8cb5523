package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Reads the list of models in the form of OpenAI, which many share. */
final class ModelList {

    private ModelList() {}

    /**
     * @param json the answer to {@code GET BASE/models}
     * @return names, in the server's order
     * @throws ProblemException when it is no such list
     */
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
        return names;
    }
}
