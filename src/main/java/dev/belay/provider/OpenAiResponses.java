package dev.belay.provider;

import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Post;
import java.util.Map;

/** OpenAI's Responses dialect, used without its memory: each request carries the whole conversation. */
public final class OpenAiResponses implements Dialect {

    private final Endpoint endpoint;

    public OpenAiResponses(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * {@inheritDoc}
     *
     * @throws dev.belay.chat.ProblemException when texts that end the answer are asked for: this API has none
     */
    @Override
    public Post post(Prompt prompt) {
        return new Post(endpoint.url("/responses"), headers(), OpenAiResponsesBody.of(prompt));
    }

    @Override
    public String listUrl() {
        return endpoint.url("/models");
    }

    @Override
    public Map<String, String> headers() {
        return endpoint.headers(endpoint.has(Trait.API_KEY_HEADER) ? "api-key" : Endpoint.AUTHORIZATION);
    }

    @Override
    public Decoder decoder() {
        return new OpenAiResponsesDecoder(endpoint);
    }
}
