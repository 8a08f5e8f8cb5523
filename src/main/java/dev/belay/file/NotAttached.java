package dev.belay.file;

import dev.belay.chat.ByteSize;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** What a person is told of a file that cannot go along: which it is, why, and what to do. */
final class NotAttached {

    private NotAttached() {}

    static ProblemException unreadable(String name, IOException e) {
        return because(
                name, Reasons.of(e), e instanceof AccessDeniedException ? "check who may read it" : "check the path");
    }

    static ProblemException noPath(String typed) {
        return because(typed, typed.isEmpty() ? "the path is empty" : "that is no path", "name a file");
    }

    static ProblemException folder(String name) {
        return because(name, "it is a folder", "attach the files in it one by one");
    }

    static ProblemException noFile(String name) {
        return because(name, "it is a pipe or a device", "write what it holds to a file first");
    }

    static ProblemException empty(String name) {
        return because(name, "it is empty", "choose another file");
    }

    static ProblemException binary(String name) {
        return because(
                name,
                "it is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF nor text in UTF-8 or UTF-16",
                "convert it to one of these");
    }

    /** @param size what it has, as far as is known */
    static ProblemException tooLarge(String name, long size, long limit) {
        return tooLarge(name, more(size, limit), limit, "make it smaller");
    }

    /** Texts have a limit of their own. */
    static ProblemException tooMuchText(String name, long size, long limit) {
        return tooLarge(name, more(size, limit) + " of text", limit, "attach the part that matters");
    }

    private static ProblemException tooLarge(String name, String size, long limit, String advice) {
        return because(
                name,
                "it has " + size + ", and " + ByteSize.words(limit) + " are allowed",
                advice + ", or raise max_file_size in the config");
    }

    static ProblemException together(int count, long total, long limit) {
        return ProblemException.file(
                count + " files have " + more(total, limit) + " together, and " + ByteSize.words(limit)
                        + " are allowed in one message",
                "send them in several messages");
    }

    private static ProblemException because(String name, String reason, String advice) {
        return ProblemException.file("cannot attach “" + name + "”: " + reason, advice);
    }

    /** Rounded, the two could look the same. */
    private static String more(long size, long limit) {
        String words = ByteSize.words(size);
        return words.equals(ByteSize.words(limit)) ? "more than " + words : words;
    }
}
