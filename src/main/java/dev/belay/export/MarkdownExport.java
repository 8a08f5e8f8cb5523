package dev.belay.export;

import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.ByteSize;
import dev.belay.chat.Round;
import dev.belay.session.Chronicle;

/** A conversation as Markdown, for people to read. */
final class MarkdownExport {

    /** Of the highest heading within what was said: above are the title, and who speaks. */
    private static final int INNER_LEVEL = 3;

    private final Manuscript manuscript;
    private final StringBuilder text = new StringBuilder();

    MarkdownExport(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    String text(Runnable pulse) {
        Chronicle chronicle = manuscript.chronicle();
        text.append("# ").append(plain(manuscript.name())).append("\n\n");
        String facts = facts(chronicle);
        text.append(facts).append(facts.isEmpty() ? "" : "\n\n");
        if (!chronicle.system().isEmpty()) {
            part("System prompt", "", chronicle.system());
        }
        for (Chronicle.Entry entry : chronicle.entries()) {
            pulse.run();
            turn(entry);
        }
        return text.toString();
    }

    private String facts(Chronicle chronicle) {
        String begun = Moment.minute(chronicle.created(), manuscript.zone());
        String facts = (chronicle.id().isEmpty() ? "" : ", session `" + chronicle.id() + "`")
                + (begun.isEmpty() ? "" : ", begun " + begun)
                + (manuscript.models().isEmpty() ? "" : ", " + plain(manuscript.models()));
        return facts.isEmpty() ? "" : Character.toUpperCase(facts.charAt(2)) + facts.substring(3);
    }

    private void turn(Chronicle.Entry entry) {
        part("You", entry.told().asked(), entry.round().user());
        files(entry.round());
        int number = 0;
        for (Chronicle.Entry former : entry.alternatives()) {
            String before =
                    "Before that (" + ++number + " of " + entry.alternatives().size() + "): ";
            if (!former.round().user().equals(entry.round().user())) {
                part(before + "you", former.told().asked(), former.round().user());
            }
            answer(before + model(former), former);
        }
        answer(model(entry), entry);
    }

    private void files(Round round) {
        for (Attachment file : round.attachments()) {
            text.append("*attached: ")
                    .append(plain(file.name()))
                    .append(", ")
                    .append(plain(file.mediaType()))
                    .append(", ");
            text.append(ByteSize.words(file.content().length)).append("*\n\n");
        }
    }

    private static String model(Chronicle.Entry entry) {
        return entry.told().model().isEmpty() ? "Answer" : entry.told().model();
    }

    private void answer(String who, Chronicle.Entry entry) {
        part(who, entry.told().ended(), entry.round().answer());
        String words = Ending.words(entry);
        if (!words.isEmpty()) {
            text.append('*')
                    .append(Ending.sign(entry.round().end()))
                    .append(plain(words))
                    .append("*\n\n");
        }
    }

    private void part(String who, String when, String said) {
        String minute = Moment.minute(when, manuscript.zone());
        text.append("## ")
                .append(plain(who))
                .append(minute.isEmpty() ? "" : " · " + minute)
                .append("\n\n");
        if (!Blanks.isBlank(said)) {
            String below = Outline.below(Blanks.stripEnd(said), INNER_LEVEL);
            text.append(below).append(OpenBlock.closing(below)).append("\n\n");
        }
    }

    /** Names and reasons are no Markdown. */
    private static String plain(String words) {
        return words.replaceAll("[\\\\`*<\\[\\]]", "\\\\$0");
    }
}
