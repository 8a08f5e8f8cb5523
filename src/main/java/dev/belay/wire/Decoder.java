package dev.belay.wire;

import dev.belay.chat.Outcome;
import dev.belay.chat.Signal;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns one answer's frames into signals; lives on the call's thread and for one answer. */
public interface Decoder {

    /** The headers of a success, by lower-case name, before any frame. */
    default void begin(Map<String, String> headers, Consumer<Signal> out) {
        // Few services say anything there.
    }

    /**
     * One frame of a stream.
     *
     * @param event the frame's type, null when it names none
     * @param data its payload
     * @param out takes what the frame says; after an outcome nothing more is asked of this decoder
     */
    void frame(@Nullable String event, String data, Consumer<Signal> out);

    /** An answer that came as one JSON document instead of a stream. */
    void whole(String json, Consumer<Signal> out);

    /** Whether the answer has said why it ends, so that only its tail (token counts) may follow. */
    boolean isClosing();

    /**
     * The stream has ended, cleanly or not, without an outcome: what that means.
     *
     * @param tail the last few thousand characters as they came: some servers tell an error there outside of all framing
     */
    Outcome ended(String tail);
}
