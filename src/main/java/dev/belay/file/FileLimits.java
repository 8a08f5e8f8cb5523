package dev.belay.file;

import dev.belay.chat.Attachment;
import java.util.List;

/**
 * How much may go along with a message, in bytes.
 *
 * @param file one picture or document
 * @param text one file of text
 * @param message all files of one message
 */
public record FileLimits(long file, long text, long message) {

    /** What OpenAI takes of one picture; services that take less say so themselves. */
    private static final long FILE = 20_000_000;

    /** More than a million tokens: no model reads that much. */
    private static final long TEXT = 5_000_000;

    /** A request makes a third more of it, and must not have more than 32 MB for Anthropic. */
    private static final long MESSAGE = 23_000_000;

    /** A request is made in memory. */
    private static final long MOST = 1_000_000_000;

    public static final FileLimits DEFAULT = new FileLimits(FILE, TEXT, MESSAGE);

    public FileLimits {
        file = Math.min(file, MOST);
        text = Math.min(text, MOST);
    }

    /** Limits for a person who has said how large a file may be, of whatever kind. */
    public static FileLimits upTo(long file) {
        return new FileLimits(file, file, Math.max(file, MESSAGE));
    }

    /** The most that any file may have. */
    long largest() {
        return Math.max(file, text);
    }

    /**
     * Lets files through that may go in one message.
     *
     * @throws dev.belay.chat.ProblemException when they are too large together
     */
    public void checkTogether(List<Attachment> files) {
        long total = 0;
        for (Attachment attachment : files) {
            total += attachment.content().length;
        }
        if (total > message) {
            throw NotAttached.together(files.size(), total, message);
        }
    }
}
