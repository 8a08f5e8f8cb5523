package dev.belay.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A prompt as Anthropic's API takes it, which rejects more than others do. */
final class AnthropicMessagesBody {

    private static final Message GO_ON =
            Message.user("Your answer was interrupted. Go on exactly where it ends, without repeating anything.");

    private final Prompt prompt;
    private final ClaudeModel model;
    private final List<Message> messages;
    private final Optional<String> effort;

    private AnthropicMessagesBody(Prompt prompt) {
        this.prompt = prompt;
        this.model = ClaudeModel.named(prompt.model());
        this.messages = acceptable(prompt.messages());
        boolean prefill = endsWithAssistant();
        if (prefill && !model.takesPrefill()) {
            messages.add(GO_ON);
        }
        // To think before going on with words put into one's mouth is an error.
        this.effort = prefill && model.takesPrefill()
                ? Optional.empty()
                : prompt.parameters().reasoning();
    }

    static byte[] of(Prompt prompt) {
        return JsonBody.of(new AnthropicMessagesBody(prompt)::write);
    }

    /** Without blank ones, the user's first, and nothing blank at the end of an assistant's last words: each is an error. */
    private static List<Message> acceptable(List<Message> all) {
        List<Message> kept = new ArrayList<>();
        for (Message message : all) {
            boolean begins = kept.isEmpty() && message.role() == Message.Role.ASSISTANT;
            if (!begins
                    && (!Blanks.isBlank(Said.text(message))
                            || !Said.files(message).isEmpty())) {
                kept.add(message);
            }
        }
        int last = kept.size() - 1;
        if (last >= 0 && kept.get(last).role() == Message.Role.ASSISTANT) {
            kept.set(last, Message.assistant(Blanks.stripEnd(kept.get(last).text())));
        }
        return kept;
    }

    private boolean endsWithAssistant() {
        return !messages.isEmpty() && messages.get(messages.size() - 1).role() == Message.Role.ASSISTANT;
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStringField("model", prompt.model());
        long budget = budget();
        json.writeNumberField("max_tokens", longestAnswer(budget));
        if (!Blanks.isBlank(prompt.system())) {
            json.writeStringField("system", JsonBody.wellFormed(prompt.system()));
        }
        json.writeArrayFieldStart("messages");
        for (Message message : messages) {
            message(json, message);
        }
        json.writeEndArray();
        json.writeBooleanField("stream", true);
        Parameters parameters = prompt.parameters();
        if (parameters.temperature().isPresent()) {
            json.writeNumberField("temperature", parameters.temperature().getAsDouble());
        }
        JsonBody.texts(json, "stop_sequences", parameters.stop());
        thinking(json, budget);
        outputConfig(json);
    }

    private static void message(JsonGenerator json, Message message) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", message.role() == Message.Role.USER ? "user" : "assistant");
        String text = Said.text(message);
        List<Attachment> files = Said.files(message);
        if (files.isEmpty()) {
            json.writeStringField("content", text);
        } else {
            json.writeArrayFieldStart("content");
            for (Attachment file : files) {
                file(json, file);
            }
            if (!Blanks.isBlank(text)) {
                json.writeStartObject();
                json.writeStringField("type", "text");
                json.writeStringField("text", text);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void file(JsonGenerator json, Attachment file) throws IOException {
        boolean image = file.kind() == Attachment.Kind.IMAGE;
        json.writeStartObject();
        json.writeStringField("type", image ? "image" : "document");
        json.writeObjectFieldStart("source");
        json.writeStringField("type", "base64");
        json.writeStringField("media_type", file.mediaType());
        json.writeStringField("data", JsonBody.base64(file));
        json.writeEndObject();
        if (!image) {
            json.writeStringField("title", JsonBody.wellFormed(file.name()));
        }
        json.writeEndObject();
    }

    /** The API demands a limit, and counts thoughts in. */
    private long longestAnswer(long budget) {
        long limit = prompt.parameters().maxTokens().orElse(model.longestAnswer());
        return limit > budget ? limit : budget + limit;
    }

    /** Tokens to think with, for models that want a number; 0 for no such thing. */
    private long budget() {
        boolean wanted = effort.isPresent() && !model.thinksAdaptively() && !isOff();
        return wanted ? ThinkingBudget.of(effort.get()) : 0;
    }

    private boolean isOff() {
        return effort.isPresent() && effort.get().equals("none");
    }

    private void thinking(JsonGenerator json, long budget) throws IOException {
        if (effort.isEmpty() || isOff() && !model.mayThinkUnasked()) {
            return;
        }
        json.writeObjectFieldStart("thinking");
        if (isOff()) {
            json.writeStringField("type", "disabled");
        } else if (budget > 0) {
            json.writeStringField("type", "enabled");
            json.writeNumberField("budget_tokens", budget);
        } else {
            json.writeStringField("type", "adaptive");
            // The newest would leave their thoughts out.
            json.writeStringField("display", "summarized");
        }
        json.writeEndObject();
    }

    private void outputConfig(JsonGenerator json) throws IOException {
        boolean adaptive = effort.isPresent() && !isOff() && model.thinksAdaptively();
        Optional<String> schema = prompt.parameters().schema();
        if (!adaptive && schema.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("output_config");
        if (adaptive) {
            json.writeStringField("effort", JsonBody.wellFormed(effort.get()));
        }
        if (schema.isPresent()) {
            json.writeObjectFieldStart("format");
            json.writeStringField("type", "json_schema");
            JsonBody.schema(json, "schema", ClosedSchema.of(schema.get()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
