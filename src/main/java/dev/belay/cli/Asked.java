package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.config.Role;
import dev.belay.file.AttachmentReader;
import dev.belay.file.AttachmentReader.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be asked, as the words, the pipe and the files say.
 *
 * @param message may be empty
 * @param files go along with it
 */
record Asked(String message, List<Attachment> files) {

    /** A file's name that stands for what is piped in. */
    private static final String PIPE = "-";

    private static final String PIPE_NAME = "stdin";

    static Asked of(Options options, Context context) throws IOException {
        List<String> paths = options.texts("-f");
        boolean pipeIsFile = paths.contains(PIPE);
        List<Attachment> files = paths.isEmpty() ? List.of() : files(paths, context);
        return new Asked(pipeIsFile ? options.words() : message(options.words(), context), files);
    }

    private static List<Attachment> files(List<String> paths, Context context) throws IOException {
        AttachmentReader reader = context.files();
        List<Attachment> files = new ArrayList<>();
        if (paths.indexOf(PIPE) != paths.lastIndexOf(PIPE)) {
            throw new UsageException("-f -: what is piped in can be attached once only");
        }
        for (String path : paths) {
            files.add(path.equals(PIPE) ? piped(reader, context) : reader.read(path, Sources.FILES_AND_PIPES));
            reader.limits().checkTogether(files);
        }
        return files;
    }

    private static Attachment piped(AttachmentReader reader, Context context) throws IOException {
        if (!context.streams().hasPipedInput()) {
            throw new UsageException("-f - attaches what is piped in, and nothing is; name a file");
        }
        return reader.read(PIPE_NAME, context.streams().openPipedInput());
    }

    /** The words, then what is piped in, with a blank line between. */
    private static String message(String words, Context context) throws IOException {
        if (!context.streams().hasPipedInput()) {
            return words;
        }
        String piped = PipedInput.read(context.streams().openPipedInput(), context::warn);
        return words.isEmpty() || piped.isEmpty() ? words + piped : words + "\n\n" + piped;
    }

    /**
     * A text may stand for a question, as one that is piped in does. What to do with a picture has to be said, by the person
     * or the role.
     *
     * @throws UsageException when there is nothing to ask
     */
    void checkComplete(Optional<Role> role) {
        if (!message.isBlank() || role.isPresent() && speaks(role.get())) {
            return;
        }
        for (Attachment file : files) {
            if (file.kind() == Attachment.Kind.TEXT) {
                return;
            }
        }
        throw new UsageException(
                files.isEmpty()
                        ? "there is nothing to ask: the prompt is empty"
                        : "there is nothing to ask: say what to do with " + files.get(0).name());
    }

    private boolean speaks(Role role) {
        return role.speaksByItself() || role.hasPrompt() && !files.isEmpty();
    }
}
