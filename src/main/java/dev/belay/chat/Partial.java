package dev.belay.chat;

/** What becomes of the text of an answer that does not come to its end. */
public enum Partial {
    /** It is shown, and is part of what the model sees next. */
    KEPT,
    /** It is written down and nothing else: neither shown nor sent back. */
    DISCARDED
}
