package dev.belay.provider;

import java.util.List;
import java.util.Optional;

/** The services belay knows by name, in the order in which their keys are looked for. */
public final class Providers {

    public static final Provider OPENAI = new Provider(
            "openai", "https://api.openai.com/v1", "OPENAI_BASE_URL", List.of("OPENAI_API_KEY"), "gpt-5.4-mini");

    /** The local server; it has no key, and which models it has only it can say. */
    public static final Provider OLLAMA =
            new Provider("ollama", "http://127.0.0.1:11434/v1", "OLLAMA_HOST", List.of("OLLAMA_API_KEY"), "");

    public static final List<Provider> ALL = List.of(
            OPENAI,
            Provider.of("openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", "openrouter/auto"),
            Provider.of("mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", "mistral-medium-latest"),
            Provider.of("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", "llama-3.3-70b-versatile"),
            Provider.of("xai", "https://api.x.ai/v1", "XAI_API_KEY", "grok-4.3"),
            Provider.of("deepseek", "https://api.deepseek.com", "DEEPSEEK_API_KEY", "deepseek-chat"),
            Provider.of("cerebras", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY", "gpt-oss-120b"),
            Provider.of("together", "https://api.together.xyz/v1", "TOGETHER_API_KEY", "openai/gpt-oss-120b"),
            Provider.of(
                    "fireworks",
                    "https://api.fireworks.ai/inference/v1",
                    "FIREWORKS_API_KEY",
                    "accounts/fireworks/models/gpt-oss-120b"),
            Provider.of("moonshot", "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY", "kimi-k2.6"),
            Provider.of("perplexity", "https://api.perplexity.ai", "PERPLEXITY_API_KEY", "sonar"),
            OLLAMA);

    private Providers() {}

    /** The provider that a model's name begins with, as in {@code PROVIDER/MODEL}, or that it is. */
    public static Optional<Provider> of(String model) {
        int slash = model.indexOf('/');
        return named(slash < 0 ? model : model.substring(0, slash));
    }

    private static Optional<Provider> named(String name) {
        for (Provider provider : ALL) {
            if (provider.name().equals(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
