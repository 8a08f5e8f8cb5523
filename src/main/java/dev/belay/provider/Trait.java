package dev.belay.provider;

/** Where a service departs from its dialect. */
public enum Trait {
    /** The key travels in {@code api-key} instead of {@code Authorization} (Azure). */
    API_KEY_HEADER,
    /** The key is a token that travels in {@code Authorization}, whatever the service does else. */
    BEARER_TOKEN,
    /** The longest answer is called {@code max_completion_tokens}. */
    MAX_COMPLETION_TOKENS,
    /** Usage comes unasked, and asking for it is an error. */
    NO_STREAM_OPTIONS,
    /** Usage can be had with every chunk, so that a stopped answer is counted as well (vLLM). */
    USAGE_IN_EACH_CHUNK,
    /** Timings, which count tokens, can be had with every chunk (llama.cpp). */
    TIMINGS_IN_EACH_CHUNK,
    /** Effort is an object {@code reasoning} instead of the word {@code reasoning_effort} (OpenRouter). */
    REASONING_OBJECT,
    /** Names each answer in the header {@code x-generation-id} and in each chunk's id, and tells its cost by that (OpenRouter). */
    RECEIPTS,
    /** A last message of the assistant's is gone on with when marked {@code prefix} (Mistral). */
    PREFIX,
    /** The same, at the address under {@code /beta} only (DeepSeek). */
    PREFIX_IN_BETA,
    /** The same, marked {@code continue_final_message} (vLLM). */
    CONTINUE_FINAL_MESSAGE
}
