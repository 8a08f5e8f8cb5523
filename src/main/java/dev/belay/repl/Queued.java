package dev.belay.repl;

import dev.belay.view.Cleaner;
import org.jline.utils.AttributedString;

/** Tells of a message that waits for the answer to end. */
final class Queued {

    private Queued() {}

    /** On one line of the window. */
    static String line(String message, int columns) {
        int length = Math.min(message.length(), columns);
        String begin = message.substring(0, length)
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('\t', ' ');
        String line = "queued: " + Cleaner.clean(begin);
        AttributedString whole = new AttributedString(line);
        boolean fits = length == message.length() && whole.columnLength() < columns;
        return fits ? line : whole.columnSubSequence(0, Math.max(1, columns - 2)) + "…";
    }
}
