package dev.belay.guide;

/** One message of the conversation that a request carries. */
record Spoken(String role, String text) {
    boolean byUser() {
        return role.equals("user");
    }

    boolean byAssistant() {
        return role.equals("assistant");
    }
}
