package dev.belay.chat;

/** What an answer that has not begun waits for. */
public enum Phase {
    /** Nothing has left yet: what is needed to ask is being made ready. */
    PREPARING("preparing"),
    /** The name of the service is being looked up. */
    LOOKUP("looking up the name"),
    /** The service, or the proxy before it, has not accepted the connection. */
    CONNECTING("connecting"),
    /** The connection stands and is being made secure. */
    SECURING("securing the connection"),
    /** The request is on its way. */
    SENDING("sending"),
    /** All was sent, and the service has said nothing. */
    ANSWER("waiting for an answer"),
    /** The service has begun to answer, and the model has not. */
    FIRST_TOKEN("waiting for the first token");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** For a person to read. */
    public String words() {
        return words;
    }
}
