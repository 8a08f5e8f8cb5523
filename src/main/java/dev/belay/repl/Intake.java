package dev.belay.repl;

import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.ProblemException;
import java.util.List;

/** What a model takes. Asked only when there is a file that is no text, or an answer to go on with. */
public interface Intake {

    /** For a model of which nothing is known: its provider refuses what it does not take. */
    Intake ANYTHING = new Intake() {
        @Override
        public boolean takes(Attachment.Kind kind) {
            return true;
        }
    };

    Intake TEXT_ONLY = new Intake() {
        @Override
        public boolean takes(Attachment.Kind kind) {
            return kind == Attachment.Kind.TEXT;
        }
    };

    boolean takes(Attachment.Kind kind);

    /** Whether it goes on with its own last words when they are the last message. */
    default boolean takesPrefill() {
        return false;
    }

    /**
     * Lets a request through that holds nothing but what the model takes.
     *
     * @param model its name, for the person
     * @param asked the files of the new message; those of earlier ones are to be told apart
     * @throws ProblemException for the first file that it does not take
     */
    default void check(String model, List<Message> messages, List<Attachment> asked) {
        for (Message message : messages) {
            for (Attachment file : message.attachments()) {
                if (file.kind() != Attachment.Kind.TEXT && !takes(file.kind())) {
                    throw refused(model, file, asked.contains(file));
                }
            }
        }
    }

    private static ProblemException refused(String model, Attachment file, boolean isNew) {
        String kind = file.kind() == Attachment.Kind.IMAGE ? "pictures" : "PDF documents";
        return isNew
                ? ProblemException.file(
                        model + " takes no " + kind + ", so " + file.name() + " was not sent",
                        "ask another model, or leave the file out")
                : ProblemException.file(
                        model + " takes no " + kind + ", and " + file.name() + " is part of the conversation",
                        "ask another model, or take that message back");
    }
}
