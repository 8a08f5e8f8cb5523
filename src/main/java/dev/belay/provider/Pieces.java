package dev.belay.provider;

import dev.belay.chat.Signal;
import java.util.function.Consumer;
import java.util.function.Function;

/** Pieces of text as a server cuts them, made whole where a cut went through a character. */
final class Pieces {
    private final Function<String, Signal> signal;
    private char half;

    Pieces(Function<String, Signal> signal) {
        this.signal = signal;
    }

    void add(String piece, Consumer<Signal> out) {
        if (piece.isEmpty()) {
            return;
        }
        String text = half == 0 ? piece : half + piece;
        char last = text.charAt(text.length() - 1);
        half = Character.isHighSurrogate(last) ? last : 0;
        String whole = half == 0 ? text : text.substring(0, text.length() - 1);
        if (!whole.isEmpty()) {
            out.accept(signal.apply(whole));
        }
    }
}
