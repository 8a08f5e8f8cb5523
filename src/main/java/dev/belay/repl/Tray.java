package dev.belay.repl;

import dev.belay.chat.Attachment;
import dev.belay.file.AttachmentReader;
import dev.belay.file.AttachmentReader.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that wait to go along with the next message. Lives on the conversation's thread. */
public final class Tray {

    private final AttachmentReader reader;
    private final List<Attachment> files;

    /** @param files those that wait from the beginning */
    public Tray(AttachmentReader reader, List<Attachment> files) {
        this.reader = reader;
        this.files = new ArrayList<>(files);
    }

    /**
     * Reads a file, as it is now, and lays it here.
     *
     * @param typed its path as the person typed it
     * @throws dev.belay.chat.ProblemException when it cannot go along; the others stay
     */
    public Attachment add(String typed) {
        Attachment file = reader.read(typed, Sources.FILES);
        List<Attachment> together = new ArrayList<>(files);
        together.add(file);
        reader.limits().checkTogether(together);
        files.add(file);
        return file;
    }

    public List<Attachment> files() {
        return List.copyOf(files);
    }

    public void clear() {
        files.clear();
    }

    /** What {@code ~} stands for in a path. */
    public Path home() {
        return reader.home();
    }
}
