package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;

/** What the records of a session's file say of all of it; the last word counts. Lives on the thread that reads them. */
final class Settings {

    private int version = Transcript.VERSION;
    private String id = "";
    private String created = "";
    private String title = "";
    private String model = "";
    private String system = "";
    private String baseUrl = "";
    private String dialect = "";
    private String role = "";

    /** The record that a file begins with. */
    void begin(JsonNode node) {
        version = Math.max(version, version(node.path("v")));
        id = node.path("id").asText(id);
        created = node.path("created").asText();
        baseUrl = node.path("base_url").asText();
        dialect = node.path("dialect").asText();
        model(node);
    }

    /** A number beyond all numbers is a later version, too. */
    private static int version(JsonNode number) {
        return number.isNumber() && !number.canConvertToInt() ? Integer.MAX_VALUE : number.asInt();
    }

    /** One that changes some of it. */
    void set(JsonNode node) {
        model(node);
        system = node.path("system").asText(system);
        baseUrl = node.path("base_url").asText(baseUrl);
        dialect = node.path("dialect").asText(dialect);
        role = node.path("role").asText(role);
    }

    /** One that gives the title. */
    void title(JsonNode node) {
        title = node.path("text").asText();
    }

    /** One that may tell the model. */
    void model(JsonNode node) {
        model = node.path("model").asText(model);
    }

    /** The format's version. */
    int version() {
        return version;
    }

    /** The session's id, as its file says; may be empty. */
    String id() {
        return id;
    }

    /** When the session was begun, as its file says; may be empty. */
    String created() {
        return created;
    }

    /** As the person gave it; may be empty. */
    String title() {
        return title;
    }

    /** The model last used, as {@code PROVIDER/MODEL} or as it was given; may be empty. */
    String model() {
        return model;
    }

    /** The system prompt; may be empty. */
    String system() {
        return system;
    }

    /** The base URL of the user's own server; may be empty. */
    String baseUrl() {
        return baseUrl;
    }

    /** The dialect asked for by option; may be empty. */
    String dialect() {
        return dialect;
    }

    /** The role that is played, as it was called for; may be empty. */
    String role() {
        return role;
    }
}
