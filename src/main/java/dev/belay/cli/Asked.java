package dev.belay.cli;

import dev.belay.chat.Attachment;
import java.util.List;

/**
 * What is asked, as the words, the pipe and the files say.
 *
 * @param message may be empty
 * @param files go along with it
 */
record Asked(String message, List<Attachment> files) {

    /**
     * A text may stand for a question, as one that is piped in does. What to do with a picture has to be said.
     *
     * @throws UsageException when there is nothing to ask
     */
    Asked checked() {
        if (!message.isBlank()) {
            return this;
        }
        for (Attachment file : files) {
            if (file.kind() == Attachment.Kind.TEXT) {
                return this;
            }
        }
        throw new UsageException(
                files.isEmpty()
                        ? "there is nothing to ask: the prompt is empty"
                        : "there is nothing to ask: say what to do with " + files.get(0).name());
    }
}
