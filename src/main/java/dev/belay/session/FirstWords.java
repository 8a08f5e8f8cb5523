package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What the begin of a session's file tells. Lives on one thread. */
public final class FirstWords {

    private static final int SHOWN = 200;
    private static final String USER = "{\"type\":\"user\"";

    private boolean session;
    private boolean enough;
    private String created = "";
    private String model = "";
    private String title = "";
    private String first = "";

    /** @param bytes of the file, from its begin on; the last line may be cut anywhere */
    void read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length && !enough; i++) {
            boolean isCut = i == lines.length - 1;
            take(Glance.record(isCut && lines[i].startsWith(USER) ? mended(lines[i]) : lines[i]));
        }
    }

    /** So much of a first message as is a name, on one line. */
    public static String name(String message) {
        String text = message.strip();
        int end = Math.min(SHOWN, text.length());
        boolean cutsCharacter = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, cutsCharacter ? end - 1 : end).replaceAll("\\s+", " ");
    }

    private void take(JsonNode node) {
        switch (node.path("type").asText()) {
            case "session" -> {
                session = true;
                created = node.path("created").asText();
                model = node.path("model").asText();
            }
            case "set" -> model = node.path("model").asText(model);
            case "title" -> title = node.path("text").asText();
            case "user" -> {
                first = name(node.path("text").asText());
                enough = true;
            }
            default -> {
                // Tells nothing about the begin.
            }
        }
    }

    /** A record that is cut inside its text, as one with the first part of that. */
    private static String mended(String line) {
        if (line.endsWith("}")) {
            return line;
        }
        int end = Math.min(line.length(), USER.length() + 8 * SHOWN);
        for (int cut = end; cut > end - 8 && cut > 0; cut--) {
            String whole = line.substring(0, cut) + "\"}";
            if (Glance.record(whole).has("text")) {
                return whole;
            }
        }
        return line;
    }

    boolean isSession() {
        return session;
    }

    /** Whether more of the file would tell nothing more. */
    boolean isEnough() {
        return enough;
    }

    String created() {
        return created;
    }

    String model() {
        return model;
    }

    /** Given before the first message; may be empty. */
    String title() {
        return title;
    }

    /** How the first message begins. */
    String first() {
        return first;
    }
}
