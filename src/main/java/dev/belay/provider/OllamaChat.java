package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Framing;
import dev.belay.wire.Post;
import dev.belay.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ollama's own dialect; by its OpenAI one errors in mid-answer would be lost. */
public final class OllamaChat implements Dialect {

    private static final String CLOUD = "ollama.com";

    private final Endpoint endpoint;

    public OllamaChat(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Post post(Prompt prompt) {
        return new Post(endpoint.url("/api/chat"), headers(), JsonBody.of(new OllamaChatBody(prompt)));
    }

    @Override
    public Framing framing() {
        return Framing.LINES;
    }

    @Override
    public Map<String, String> headers() {
        return endpoint.headers(Endpoint.AUTHORIZATION);
    }

    @Override
    public String listUrl() {
        return endpoint.url("/api/tags");
    }

    @Override
    public List<String> models(String json) {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode model : new ObjectMapper().readTree(json).path("models")) {
                names.add(model.path("name").asText());
            }
        } catch (JsonProcessingException noJson) {
            throw ProblemException.protocol("the server sent no list of models");
        }
        names.removeIf(String::isBlank);
        return names;
    }

    @Override
    public Decoder decoder() {
        return new OllamaChatDecoder(endpoint);
    }

    /** A model that is not found is mostly one that nobody has fetched; in the cloud nobody can. */
    @Override
    public Failed refused(Refusal refusal) {
        Failed failed = Refusals.read(refusal, endpoint);
        Problem problem = failed.problem();
        boolean fetchable = !endpoint.isAt(CLOUD) && problem.kind() == Kind.NOT_FOUND;
        return fetchable && problem.message().contains("model")
                ? new Failed(
                        new Problem(
                                Kind.NOT_FOUND,
                                problem.message(),
                                "fetch it with: ollama pull MODEL; belay models lists what is there"),
                        failed.retry())
                : failed;
    }
}
