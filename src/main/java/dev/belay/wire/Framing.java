package dev.belay.wire;

/** How a streamed answer is cut into frames. */
public enum Framing {
    /** Server-sent events. */
    EVENTS,
    /** One JSON document a line. */
    LINES
}
