package dev.belay.session;

import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.ByteSize;
import dev.belay.chat.Round;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A conversation as Markdown, for people to read. */
final class MarkdownExport {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Chronicle chronicle;
    private final StringBuilder text = new StringBuilder();

    MarkdownExport(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    String text(Runnable pulse) {
        text.append("# ").append(chronicle.title().isEmpty() ? "Conversation" : chronicle.title()).append("\n\n");
        if (!chronicle.id().isEmpty()) {
            text.append("Session ").append(chronicle.id()).append(begun()).append("\n\n");
        }
        if (!chronicle.system().isEmpty()) {
            part("## System prompt", "", chronicle.system());
        }
        for (Chronicle.Entry entry : chronicle.entries()) {
            pulse.run();
            question(entry);
            answer("## ", entry);
            for (Chronicle.Entry former : entry.alternatives()) {
                former(former, entry.round().user());
            }
        }
        return text.toString();
    }

    private String begun() {
        String minute = minute(chronicle.created());
        return minute.isEmpty() ? "" : ", begun " + minute;
    }

    private void question(Chronicle.Entry entry) {
        part("## You", entry.told().asked(), entry.round().user());
        for (Attachment file : entry.round().attachments()) {
            text.append("*attached: ").append(file.name()).append(", ").append(file.mediaType()).append(", ");
            text.append(ByteSize.words(file.content().length)).append("*\n\n");
        }
    }

    /** What was said before it was asked again, or changed. */
    private void former(Chronicle.Entry former, String user) {
        if (!former.round().user().equals(user)) {
            part("### Former message", former.told().asked(), former.round().user());
        }
        answer("### Former answer: ", former);
    }

    private void answer(String heading, Chronicle.Entry entry) {
        Told told = entry.told();
        part(heading + (told.model().isEmpty() ? "Answer" : told.model()), told.ended(), entry.round().answer());
        if (entry.round().end() == Round.End.INTERRUPTED) {
            text.append("*interrupted*\n\n");
        } else if (entry.round().end() == Round.End.FAILED) {
            text.append("*failed").append(told.reason().isEmpty() ? "" : ": " + told.reason()).append("*\n\n");
        }
    }

    private void part(String who, String when, String said) {
        String minute = minute(when);
        text.append(who).append(minute.isEmpty() ? "" : " · " + minute).append("\n\n");
        if (!Blanks.isBlank(said)) {
            text.append(Blanks.stripEnd(said)).append(OpenFence.closing(said)).append("\n\n");
        }
    }

    /** In the person's own time; empty for what is no moment. */
    private static String minute(String when) {
        try {
            return when.isEmpty() ? "" : MINUTES.format(Instant.parse(when).atZone(ZoneId.systemDefault()));
        } catch (DateTimeException unknown) {
            return "";
        }
    }
}
