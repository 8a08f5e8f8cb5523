package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.Round;
import dev.belay.export.Ending;
import dev.belay.export.Manuscript;
import dev.belay.export.Moment;
import dev.belay.session.Chronicle;
import dev.belay.session.Chronicle.Entry;
import dev.belay.view.AnswerText;
import dev.belay.view.Cleaner;
import dev.belay.view.FileLine;
import dev.belay.view.Output;
import dev.belay.view.Style;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A conversation on the terminal, as it looked when it was had. One thread writes. */
final class Playback {

    private final Output out;
    private final AnswerText.Form form;
    private final Style style;

    Playback(Output out, AnswerText.Form form, Style style) {
        this.out = out;
        this.form = form;
        this.style = style;
    }

    void show(Manuscript manuscript) throws IOException {
        Chronicle chronicle = manuscript.chronicle();
        dim(joined(
                chronicle.title(), "session " + chronicle.id(), Moment.minute(chronicle.created(), manuscript.zone())));
        if (!Blanks.isBlank(chronicle.system())) {
            dim("system: " + chronicle.system());
        }
        for (Entry entry : chronicle.entries()) {
            out.own("\n");
            turn(entry, manuscript.zone());
        }
    }

    private void turn(Entry entry, ZoneId zone) throws IOException {
        question(entry.round());
        int number = 0;
        for (Entry former : entry.alternatives()) {
            dim("before that, " + ++number + " of " + entry.alternatives().size() + ":");
            if (!former.round().user().equals(entry.round().user())) {
                question(former.round());
            }
            answer(former, zone);
        }
        if (number > 0) {
            dim("and then:");
        }
        answer(entry, zone);
    }

    private void question(Round round) throws IOException {
        out.own(style.bold(style.prompt().strip()) + " ");
        out.foreign(round.user());
        out.closeLine();
        for (Attachment file : round.attachments()) {
            dim(FileLine.of(file, style));
        }
    }

    private void answer(Entry entry, ZoneId zone) throws IOException {
        Round round = entry.round();
        if (!round.answer().isEmpty()) {
            AnswerText text = form.on(out);
            text.next(round.answer());
            if (round.end() == Round.End.COMPLETE) {
                text.close();
            } else {
                text.cut();
            }
        }
        String facts = joined(entry.told().model(), Moment.minute(entry.told().ended(), zone));
        switch (round.end()) {
            case COMPLETE -> dim(joined(facts, Ending.measured(entry), Ending.words(entry)));
            case INTERRUPTED -> dim(style.stopSign() + " " + joined(Ending.words(entry), facts));
            case FAILED -> {
                out.own(style.error(style.failureSign() + " " + Cleaner.clean(Ending.words(entry))) + "\n");
                dim(facts);
            }
        }
    }

    private void dim(String line) throws IOException {
        if (!line.isEmpty()) {
            out.own(style.dim(Cleaner.clean(style.utf8() ? line : line.replace(" · ", style.dot()))) + "\n");
        }
    }

    private String joined(String... facts) {
        List<String> known = new ArrayList<>(List.of(facts));
        known.removeIf(String::isBlank);
        return String.join(style.dot(), known);
    }
}
