package dev.belay.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All dialects, in the order in which the help names them. */
public enum Dialects {
    CHAT("chat", OpenAiChat::new),
    RESPONSES("responses", OpenAiResponses::new),
    ANTHROPIC("anthropic", AnthropicMessages::new),
    GEMINI("gemini", GeminiGenerate::new),
    OLLAMA("ollama", OllamaChat::new);

    private final String word;
    private final Function<Endpoint, Dialect> at;

    Dialects(String word, Function<Endpoint, Dialect> at) {
        this.word = word;
        this.at = at;
    }

    /** As {@code --dialect} takes it. */
    public String word() {
        return word;
    }

    /** This dialect as it is spoken at an endpoint. */
    public Dialect at(Endpoint endpoint) {
        return at.apply(endpoint);
    }

    public static Optional<Dialects> named(String word) {
        for (Dialects dialect : values()) {
            if (dialect.word.equals(word)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** All words, for messages. */
    public static List<String> words() {
        return java.util.Arrays.stream(values()).map(Dialects::word).toList();
    }
}
