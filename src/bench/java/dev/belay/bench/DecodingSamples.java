package dev.belay.bench;

import dev.belay.provider.Dialects;

/** A token and an end in each dialect, with all the fields that real services send along. */
final class DecodingSamples {

    /**
     * @param piece one frame with one token
     * @param end the frames that end the answer
     */
    record Sample(String piece, String end) {}

    private DecodingSamples() {}

    static Sample of(Dialects dialect) {
        return switch (dialect.word()) {
            case "chat" ->
                new Sample(
                        data(
                                "{\"id\":\"chatcmpl-0123456789\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,\"model\":\"gpt-5.4-mini\","
                                        + "\"system_fingerprint\":\"fp_01\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"logprobs\":null,\"finish_reason\":null}]}"),
                        data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}") + data("[DONE]"));
            case "responses" ->
                new Sample(
                        event(
                                "response.output_text.delta",
                                "{\"type\":\"response.output_text.delta\",\"sequence_number\":4,\"item_id\":\"msg_0123456789\","
                                        + "\"output_index\":0,\"content_index\":0,\"delta\":\" word\",\"logprobs\":[],\"obfuscation\":\"Hq3kZ0aXbW\"}"),
                        event(
                                "response.completed",
                                "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\","
                                        + "\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}"));
            case "anthropic" ->
                new Sample(
                        event(
                                "content_block_delta",
                                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" word\"}      }"),
                        event(
                                        "message_delta",
                                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}}")
                                + event("message_stop", "{\"type\":\"message_stop\"}"));
            case "gemini" ->
                new Sample(
                        gemini(
                                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\" word\"}],\"role\":\"model\"},\"index\":0}],"
                                        + "\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":2,\"totalTokenCount\":9},\"modelVersion\":\"gemini-3.5-flash\",\"responseId\":\"abc\"}"),
                        gemini(
                                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}]}"));
            case "ollama" ->
                new Sample(
                        "{\"model\":\"llama3.2\",\"created_at\":\"2026-07-02T10:00:00.123456Z\",\"message\":{\"role\":\"assistant\",\"content\":\" word\"},\"done\":false}\n",
                        "{\"model\":\"llama3.2\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":1,\"eval_count\":2}\n");
            default -> throw new IllegalArgumentException("no sample of " + dialect.word());
        };
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    private static String event(String type, String json) {
        return "event: " + type + "\n" + data(json);
    }

    private static String gemini(String json) {
        return "data: " + json + "\r\n\r\n";
    }
}
