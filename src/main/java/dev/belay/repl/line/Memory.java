package dev.belay.repl.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed before, kept in a file: one that can be read whatever is in it, and does not grow for ever. */
final class Memory extends DefaultHistory {

    /** A file beyond this was not written by us alone; the newest lines of it are kept. */
    private static final int LARGEST_FILE = 4 << 20;

    /** A longer message is remembered for as long as the program runs. */
    private static final int LONGEST_LINE = 1 << 16;

    private final Path file;

    Memory(Path file) {
        this.file = file;
    }

    @Override
    public boolean isPersistable(Entry entry) {
        return entry.line().length() <= LONGEST_LINE;
    }

    @Override
    public void load() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST_FILE) {
            write(newest());
        }
        try {
            super.load();
        } catch (CharacterCodingException | UncheckedIOException notUtf8) {
            write(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            super.load();
        }
    }

    private String newest() throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate(LARGEST_FILE / 2);
            in.position(in.size() - end.capacity());
            while (end.hasRemaining() && in.read(end) >= 0) {
                // Reads on.
            }
            String lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            return lines.substring(lines.indexOf('\n') + 1);
        }
    }

    /** In one step: a program that ends meanwhile leaves the old file. */
    private void write(String lines) throws IOException {
        Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "history", ".new");
        Files.writeString(next, lines);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
