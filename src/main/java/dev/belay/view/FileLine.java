package dev.belay.view;

import dev.belay.chat.Attachment;
import dev.belay.chat.ByteSize;

/** The words about a file that goes along with a message. */
public final class FileLine {

    private FileLine() {}

    /** {@code photo.png · image/png · 120 KB}; its name is still to be cleaned. */
    public static String of(Attachment file, Style style) {
        return file.name() + style.dot() + file.mediaType() + style.dot() + ByteSize.words(file.content().length);
    }
}
