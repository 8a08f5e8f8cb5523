package dev.belay.provider;

import static dev.belay.provider.AfterStop.RUNS_ON;
import static dev.belay.provider.AfterStop.STOPS;
import static dev.belay.provider.Dialects.CHAT;
import static dev.belay.provider.Provider.local;
import static dev.belay.provider.Trait.API_KEY_HEADER;
import static dev.belay.provider.Trait.CONTINUE_FINAL_MESSAGE;
import static dev.belay.provider.Trait.MAX_COMPLETION_TOKENS;
import static dev.belay.provider.Trait.NO_STREAM_OPTIONS;
import static dev.belay.provider.Trait.PREFIX;
import static dev.belay.provider.Trait.PREFIX_IN_BETA;
import static dev.belay.provider.Trait.REASONING_OBJECT;
import static dev.belay.provider.Trait.RECEIPTS;
import static dev.belay.provider.Trait.TIMINGS_IN_EACH_CHUNK;
import static dev.belay.provider.Trait.USAGE_IN_EACH_CHUNK;

import java.util.List;
import java.util.Optional;

/** The services belay knows by name, one row each, in the order in which their keys are looked for. */
public final class Providers {

    public static final Provider OPENAI = Provider.of("openai", CHAT, "https://api.openai.com/v1", "OPENAI_API_KEY")
            .at("OPENAI_BASE_URL")
            .asking("gpt-5.4-mini")
            .stopped(STOPS)
            .with(MAX_COMPLETION_TOKENS);

    public static final Provider ANTHROPIC = Provider.of(
                    "anthropic",
                    Dialects.ANTHROPIC,
                    "https://api.anthropic.com",
                    "ANTHROPIC_API_KEY",
                    "ANTHROPIC_AUTH_TOKEN")
            .at("ANTHROPIC_BASE_URL")
            .asking("claude-sonnet-5")
            .stopped(STOPS);

    /** The local server; which models it has only it can say. */
    public static final Provider OLLAMA = local("ollama", Dialects.OLLAMA, "http://127.0.0.1:11434", "OLLAMA_API_KEY")
            .at("OLLAMA_HOST");

    public static final Provider AZURE = Provider.of(
                    "azure-openai", CHAT, "", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN")
            .at("AZURE_OPENAI_ENDPOINT")
            .byName()
            .stopped(STOPS)
            .with(API_KEY_HEADER, MAX_COMPLETION_TOKENS);

    public static final List<Provider> ALL = List.of(
            OPENAI,
            ANTHROPIC,
            Provider.of(
                            "google",
                            Dialects.GEMINI,
                            "https://generativelanguage.googleapis.com",
                            "GOOGLE_API_KEY",
                            "GEMINI_API_KEY",
                            "GOOGLE_GENERATIVE_AI_API_KEY")
                    .at("GOOGLE_GEMINI_BASE_URL")
                    .asking("gemini-3.5-flash")
                    .stopped(RUNS_ON),
            Provider.of("openrouter", CHAT, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY")
                    .asking("openrouter/auto")
                    .with(REASONING_OBJECT, RECEIPTS),
            Provider.of("mistral", CHAT, "https://api.mistral.ai/v1", "MISTRAL_API_KEY")
                    .asking("mistral-medium-latest")
                    .stopped(RUNS_ON)
                    .with(NO_STREAM_OPTIONS, PREFIX),
            Provider.of("xai", CHAT, "https://api.x.ai/v1", "XAI_API_KEY")
                    .asking("grok-4.3")
                    .stopped(STOPS),
            Provider.of("deepseek", CHAT, "https://api.deepseek.com", "DEEPSEEK_API_KEY")
                    .asking("deepseek-v4-flash")
                    .stopped(STOPS)
                    .with(PREFIX_IN_BETA),
            Provider.of("groq", CHAT, "https://api.groq.com/openai/v1", "GROQ_API_KEY")
                    .asking("openai/gpt-oss-120b")
                    .stopped(RUNS_ON)
                    .with(MAX_COMPLETION_TOKENS),
            Provider.of("cerebras", CHAT, "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY")
                    .asking("gpt-oss-120b")
                    .with(MAX_COMPLETION_TOKENS),
            Provider.of("together", CHAT, "https://api.together.xyz/v1", "TOGETHER_API_KEY")
                    .asking("zai-org/GLM-5.2")
                    .stopped(STOPS),
            Provider.of("fireworks", CHAT, "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY")
                    .asking("accounts/fireworks/models/glm-5p2")
                    .stopped(STOPS),
            Provider.of("moonshot", CHAT, "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY")
                    .asking("kimi-k2.6"),
            Provider.of("zai", CHAT, "https://api.z.ai/api/paas/v4", "ZAI_API_KEY", "ZHIPU_API_KEY")
                    .asking("glm-5.2"),
            Provider.of("perplexity", CHAT, "https://api.perplexity.ai", "PERPLEXITY_API_KEY")
                    .asking("sonar")
                    .stopped(RUNS_ON)
                    .with(NO_STREAM_OPTIONS),
            Provider.of("cohere", CHAT, "https://api.cohere.ai/compatibility/v1", "COHERE_API_KEY")
                    .asking("command-a-plus-05-2026")
                    .stopped(STOPS),
            Provider.of("nvidia", CHAT, "https://integrate.api.nvidia.com/v1", "NVIDIA_API_KEY")
                    .asking("nvidia/nemotron-3-ultra-550b-a55b"),
            Provider.of(
                            "alibaba",
                            CHAT,
                            "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
                            "DASHSCOPE_API_KEY",
                            "ALIBABA_API_KEY")
                    .asking("qwen3.7-plus")
                    .stopped(RUNS_ON),
            Provider.of("deepinfra", CHAT, "https://api.deepinfra.com/v1/openai", "DEEPINFRA_API_KEY")
                    .asking("zai-org/GLM-5.2")
                    .stopped(STOPS),
            Provider.of("huggingface", CHAT, "https://router.huggingface.co/v1", "HF_TOKEN")
                    .asking("zai-org/GLM-5.2")
                    .stopped(RUNS_ON)
                    .byName(),
            Provider.of("github-models", CHAT, "https://models.github.ai/inference", "GITHUB_TOKEN")
                    .asking("openai/gpt-4.1-mini")
                    .byName(),
            AZURE,
            OLLAMA,
            Provider.of("ollama-cloud", Dialects.OLLAMA, "https://ollama.com", "OLLAMA_API_KEY")
                    .asking("gpt-oss:120b")
                    .byName(),
            local("lmstudio", CHAT, "http://127.0.0.1:1234/v1", "LM_API_TOKEN"),
            local("llama.cpp", CHAT, "http://127.0.0.1:8080/v1", "LLAMA_API_KEY")
                    .with(TIMINGS_IN_EACH_CHUNK),
            local("vllm", CHAT, "http://127.0.0.1:8000/v1", "VLLM_API_KEY")
                    .with(USAGE_IN_EACH_CHUNK, CONTINUE_FINAL_MESSAGE));

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

    /** The service whose dialect it is; its key goes to servers of the user's own that speak it. */
    public static Provider home(Dialects dialect) {
        for (Provider provider : ALL) {
            if (provider.dialect() == dialect) {
                return provider;
            }
        }
        return OPENAI;
    }
}
