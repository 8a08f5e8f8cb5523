package dev.belay.provider;

import dev.belay.chat.Prompt;
import dev.belay.wire.Decoder;
import dev.belay.wire.Post;
import java.util.Map;

/** Anthropic's Messages dialect, which others offer besides their own. */
public final class AnthropicMessages implements Dialect {

    private static final String VERSION = "2023-06-01";

    private final Endpoint endpoint;

    public AnthropicMessages(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Post post(Prompt prompt) {
        return new Post(endpoint.url("/v1/messages"), headers(), AnthropicMessagesBody.of(prompt));
    }

    @Override
    public String listUrl() {
        return endpoint.url("/v1/models?limit=1000");
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = endpoint.headers("x-api-key");
        headers.putIfAbsent("anthropic-version", VERSION);
        return headers;
    }

    @Override
    public Decoder decoder() {
        return new AnthropicMessagesDecoder(endpoint);
    }
}
