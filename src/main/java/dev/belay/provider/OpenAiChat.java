package dev.belay.provider;

import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Post;
import java.util.Map;

/** The OpenAI chat-completions dialect, which most services and local servers speak. */
public final class OpenAiChat implements Dialect {

    private static final String PATH = "/chat/completions";

    private final Endpoint endpoint;

    public OpenAiChat(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Post post(Prompt prompt) {
        return new Post(url(prompt), headers(), JsonBody.of(new OpenAiChatBody(endpoint, prompt)));
    }

    /** DeepSeek goes on with the model's last words at another path of its own server only. */
    private String url(Prompt prompt) {
        boolean beta = prompt.isPrefill() && endpoint.has(Trait.PREFIX_IN_BETA) && endpoint.isAt("api.deepseek.com");
        return beta ? "https://api.deepseek.com/beta" + PATH : endpoint.url(PATH);
    }

    @Override
    public Map<String, String> headers() {
        return endpoint.headers(endpoint.has(Trait.API_KEY_HEADER) ? "api-key" : Endpoint.AUTHORIZATION);
    }

    @Override
    public String listUrl() {
        return endpoint.url("/models");
    }

    @Override
    public Decoder decoder() {
        return new OpenAiChatDecoder(endpoint);
    }
}
