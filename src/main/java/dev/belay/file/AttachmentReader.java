package dev.belay.file;

import dev.belay.chat.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * Reads files that are to go along with a message. What is refused is a {@link dev.belay.chat.ProblemException} of kind
 * {@code FILE}.
 *
 * @param home what {@code ~} stands for
 * @param limits how large they may be
 */
public record AttachmentReader(Path home, FileLimits limits) {

    private static final int PIECE = 1 << 16;

    /** What is read beside regular files. */
    public enum Sources {
        /** Nothing: a pipe could keep its reader waiting for ever. */
        FILES,
        /** Pipes as well, which is what a shell's {@code <(command)} is; whoever waits can be stopped by a signal. */
        FILES_AND_PIPES
    }

    /** @param typed the path as the person gave it */
    public Attachment read(String typed, Sources sources) {
        Path path = new TypedPath(typed, home).path();
        String shown = path.toString();
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                throw NotAttached.folder(shown);
            }
            if (!file.isRegularFile() && sources == Sources.FILES) {
                throw NotAttached.noFile(shown);
            }
            if (file.isRegularFile() && file.size() > limits.largest()) {
                throw NotAttached.tooLarge(shown, file.size(), limits.largest());
            }
            try (InputStream in = Files.newInputStream(path)) {
                return read(path.getFileName().toString(), shown, in);
            }
        } catch (IOException e) {
            throw NotAttached.unreadable(shown, e);
        }
    }

    /** What comes through a stream, under a name of its own. */
    public Attachment read(String name, InputStream in) {
        try {
            return read(name, name, in);
        } catch (IOException e) {
            throw NotAttached.unreadable(name, e);
        }
    }

    private Attachment read(String name, String shown, InputStream in) throws IOException {
        byte[] bytes = upToOneMore(in, limits.largest());
        if (bytes.length > limits.largest()) {
            throw NotAttached.tooLarge(shown, limits.largest(), limits.largest());
        }
        Content content = Content.of(bytes).orElseThrow(() -> NotAttached.binary(shown));
        Attachment attachment = new Attachment(name, content.mediaType(), content.bytes());
        int size = attachment.content().length;
        if (size == 0) {
            throw NotAttached.empty(shown);
        }
        if (attachment.kind() == Attachment.Kind.TEXT && size > limits.text()) {
            throw NotAttached.tooMuchText(shown, size, limits.text());
        }
        if (attachment.kind() != Attachment.Kind.TEXT && size > limits.file()) {
            throw NotAttached.tooLarge(shown, size, limits.file());
        }
        return attachment;
    }

    /**
     * All there is, or one byte more than allowed: a device has no end, and a file may grow while it is read. Its size is
     * not asked: what the system shows as a file may have none and yet hold something.
     */
    private static byte[] upToOneMore(InputStream in, long limit) throws IOException {
        int most = (int) limit + 1;
        byte[] bytes = new byte[Math.min(PIECE, most)];
        int length = 0;
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes, length, bytes.length - length)) {
            length += count;
            if (length == most) {
                break;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, most));
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
