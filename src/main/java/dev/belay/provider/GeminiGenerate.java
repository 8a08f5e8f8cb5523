package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Post;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Google's Gemini dialect. */
public final class GeminiGenerate implements Dialect {

    private static final String PATH = "/v1beta/models";

    /** What Google's own list writes before each name. */
    private static final String FOLDER = "models/";

    private final Endpoint endpoint;

    public GeminiGenerate(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Without {@code alt=sse} the answer would be one JSON array. */
    @Override
    public Post post(Prompt prompt) {
        String path = PATH + "/" + encoded(name(prompt.model())) + ":streamGenerateContent?alt=sse";
        return new Post(endpoint.url(path), headers(), JsonBody.of(new GeminiGenerateBody(prompt)));
    }

    private static String name(String model) {
        return model.startsWith(FOLDER) ? model.substring(FOLDER.length()) : model;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Not in the address, where it would end up in the logs of everything in between. */
    @Override
    public Map<String, String> headers() {
        return endpoint.headers("x-goog-api-key");
    }

    @Override
    public String listUrl() {
        return endpoint.url(PATH + "?pageSize=1000");
    }

    @Override
    public List<String> models(String json) {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode model : new ObjectMapper().readTree(json).path("models")) {
                if (model.path("supportedGenerationMethods").toString().contains("\"generateContent\"")) {
                    names.add(name(model.path("name").asText()));
                }
            }
        } catch (JsonProcessingException noJson) {
            throw ProblemException.protocol("the server sent no list of models");
        }
        return names;
    }

    @Override
    public Decoder decoder() {
        return new GeminiGenerateDecoder(endpoint);
    }
}
