package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.config.Role;
import java.util.List;
import java.util.Optional;

/**
 * What is asked, as the words, the pipe and the files say.
 *
 * @param message may be empty
 * @param files go along with it
 */
record Asked(String message, List<Attachment> files) {

    /**
     * A text may stand for a question, as one that is piped in does. What to do with a picture has to be said, by the person
     * or the role.
     *
     * @throws UsageException when there is nothing to ask
     */
    Asked checked(Optional<Role> role) {
        if (!message.isBlank() || role.isPresent() && speaks(role.get())) {
            return this;
        }
        for (Attachment file : files) {
            if (file.kind() == Attachment.Kind.TEXT) {
                return this;
            }
        }
        throw new UsageException(
                files.isEmpty()
                        ? "there is nothing to ask: the prompt is empty; say after belay what to ask, or pipe it in"
                        : "there is nothing to ask: say what to do with "
                                + files.get(0).name());
    }

    private boolean speaks(Role role) {
        return role.speaksByItself() || role.hasPrompt() && !files.isEmpty();
    }
}
