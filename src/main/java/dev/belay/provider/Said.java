package dev.belay.provider;

import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message as models are told it: files of text are part of the text, under their names. */
final class Said {

    private Said() {}

    /** The text files and then the words, well-formed. */
    static String text(Message message) {
        StringBuilder text = new StringBuilder();
        for (Attachment attachment : message.attachments()) {
            if (attachment.kind() == Attachment.Kind.TEXT) {
                append(text, attachment);
            }
        }
        return JsonBody.wellFormed(text.append(message.text()).toString());
    }

    /** The fence is longer than any in the file, so that the model sees where it ends. */
    private static void append(StringBuilder text, Attachment file) {
        String content = new String(file.content(), StandardCharsets.UTF_8);
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        text.append(file.name()).append(":\n").append(fence).append('\n').append(content);
        text.append(content.endsWith("\n") ? "" : "\n").append(fence).append("\n\n");
    }

    /** The attachments that travel apart from the text: pictures and documents. */
    static List<Attachment> files(Message message) {
        List<Attachment> files = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            if (attachment.kind() != Attachment.Kind.TEXT) {
                files.add(attachment);
            }
        }
        return files;
    }
}
