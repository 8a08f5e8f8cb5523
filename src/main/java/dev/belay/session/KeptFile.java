package dev.belay.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Attachment;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An attachment as the journal tells of it; the content lies beside the journal.
 *
 * @param name as the model is told it
 * @param mediaType what the content is
 * @param sha256 the content's hash in hexadecimal digits
 * @param bytes the content's length
 */
record KeptFile(String name, String mediaType, String sha256, long bytes) {

    private static final String FIELD = "files";
    private static final int DIGITS = 64;

    static KeptFile of(Attachment attachment) {
        byte[] content = attachment.content();
        return new KeptFile(attachment.name(), attachment.mediaType(), sha256(content), content.length);
    }

    /** Those that a record tells of. */
    static List<KeptFile> of(JsonNode record) {
        List<KeptFile> files = new ArrayList<>();
        for (JsonNode file : record.path(FIELD)) {
            files.add(read(file));
        }
        return files;
    }

    private static KeptFile read(JsonNode node) {
        return new KeptFile(
                node.path("name").asText(),
                node.path("media_type").asText(),
                node.path("sha256").asText(),
                node.path("bytes").asLong());
    }

    /** The field of a record that tells of them; none when there are none. */
    static void write(JsonGenerator json, List<KeptFile> files) throws IOException {
        if (!files.isEmpty()) {
            json.writeArrayFieldStart(FIELD);
            for (KeptFile file : files) {
                file.write(json);
            }
            json.writeEndArray();
        }
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("media_type", mediaType);
        json.writeStringField("sha256", sha256);
        json.writeNumberField("bytes", bytes);
        json.writeEndObject();
    }

    /** Whether the hash is one: it becomes the name of a file, and the journal is text that anybody may have edited. */
    boolean isNamedByHash() {
        return sha256.length() == DIGITS && sha256.chars().allMatch(HexFormat::isHexDigit);
    }

    boolean describes(byte[] content) {
        return content.length == bytes && sha256(content).equals(sha256);
    }

    Attachment with(byte[] content) {
        return new Attachment(name, mediaType, content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
