package dev.belay.guide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes one completion as the JSON of OpenAI's chat interface, in pieces or as a whole. */
final class Chunks {
    private static final String STOP = "stop";

    private final JsonFactory json;
    private final String id;
    private final long created;
    private final Ask.UsageChunk usage;

    Chunks(JsonFactory json, String id, long created, Ask.UsageChunk usage) {
        this.json = json;
        this.id = id;
        this.created = created;
        this.usage = usage;
    }

    byte[] role() throws IOException {
        return chunk("", "assistant", null, null);
    }

    /** A piece, and with it what has been used so far, so that a reader who leaves early knows. */
    byte[] text(String piece, Usage soFar) throws IOException {
        return chunk(piece, null, null, soFar);
    }

    byte[] stop() throws IOException {
        return chunk(null, null, STOP, null);
    }

    byte[] usage(Usage counted) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = begin(bytes, "chat.completion.chunk")) {
            out.writeArrayFieldStart("choices");
            out.writeEndArray();
            writeUsage(out, counted);
        }
        return bytes.toByteArray();
    }

    byte[] whole(String text, Usage counted) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = begin(bytes, "chat.completion")) {
            beginChoice(out, "message");
            writeText(out, text, "assistant");
            endChoice(out, STOP);
            writeUsage(out, counted);
        }
        return bytes.toByteArray();
    }

    private byte[] chunk(@Nullable String text, @Nullable String role, @Nullable String finish, @Nullable Usage soFar)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = begin(bytes, "chat.completion.chunk")) {
            beginChoice(out, "delta");
            writeText(out, text, role);
            endChoice(out, finish);
            if (usage == Ask.UsageChunk.WANTED && soFar != null) {
                writeUsage(out, soFar);
            } else if (usage == Ask.UsageChunk.WANTED) {
                out.writeNullField("usage");
            }
        }
        return bytes.toByteArray();
    }

    private JsonGenerator begin(ByteArrayOutputStream bytes, String object) throws IOException {
        JsonGenerator out = json.createGenerator(bytes);
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("object", object);
        out.writeNumberField("created", created);
        out.writeStringField("model", Guide.MODEL);
        return out;
    }

    private static void beginChoice(JsonGenerator out, String content) throws IOException {
        out.writeArrayFieldStart("choices");
        out.writeStartObject();
        out.writeNumberField("index", 0);
        out.writeObjectFieldStart(content);
    }

    private static void writeText(JsonGenerator out, @Nullable String text, @Nullable String role) throws IOException {
        if (role != null) {
            out.writeStringField("role", role);
        }
        if (text != null) {
            out.writeStringField("content", text);
        }
    }

    private static void endChoice(JsonGenerator out, @Nullable String finish) throws IOException {
        out.writeEndObject();
        out.writeNullField("logprobs");
        out.writeStringField("finish_reason", finish);
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void writeUsage(JsonGenerator out, Usage counted) throws IOException {
        out.writeObjectFieldStart("usage");
        out.writeNumberField("prompt_tokens", counted.prompt());
        out.writeNumberField("completion_tokens", counted.completion());
        out.writeNumberField("total_tokens", counted.prompt() + counted.completion());
        out.writeEndObject();
    }
}
