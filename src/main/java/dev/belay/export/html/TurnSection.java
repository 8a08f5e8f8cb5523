package dev.belay.export.html;

import dev.belay.chat.Blanks;
import dev.belay.chat.Round;
import dev.belay.export.Ending;
import dev.belay.export.Manuscript;
import dev.belay.export.Moment;
import dev.belay.session.Chronicle;
import dev.belay.session.Told;
import java.util.Locale;

/** The turns of a conversation on the page. One thread writes. */
final class TurnSection {

    private final Manuscript manuscript;
    private final Markup html;
    private final Pictures pictures = new Pictures();

    TurnSection(Manuscript manuscript, Markup html) {
        this.manuscript = manuscript;
        this.html = html;
    }

    /** @param number in the conversation as it stands, from 1 */
    void write(Chronicle.Entry entry, int number) {
        String id = "turn-" + number;
        html.raw("<section class=\"turn\" id=\"" + id + "\" aria-labelledby=\"" + id + "-head\">\n");
        question(entry, id, number);
        answer(entry);
        alternatives(entry);
        html.raw("</section>\n");
    }

    private void question(Chronicle.Entry entry, String id, int number) {
        html.raw("<div class=\"question\">\n<h2 id=\"" + id + "-head\">You <span class=\"facts\">");
        time(entry.told().asked());
        html.raw("<a class=\"anchor\" href=\"#" + id + "\" title=\"Link to this turn\">#" + number
                + "</a></span></h2>\n");
        html.raw("<div class=\"said\">\n")
                .raw(Prose.typed(entry.round().user()))
                .raw("</div>\n");
        pictures.list(entry.round().attachments(), html);
        html.raw("</div>\n");
    }

    /** What was answered before is folded away. */
    private void alternatives(Chronicle.Entry entry) {
        int count = entry.alternatives().size();
        if (count == 0) {
            return;
        }
        html.raw("<details class=\"alternatives\"><summary>"
                + (count == 1 ? "An earlier answer" : count + " earlier answers"));
        html.raw("</summary>\n");
        for (Chronicle.Entry former : entry.alternatives()) {
            if (!former.round().user().equals(entry.round().user())) {
                html.raw("<div class=\"said former\">\n")
                        .raw(Prose.typed(former.round().user()))
                        .raw("</div>\n");
            }
            answer(former);
        }
        html.raw("</details>\n");
    }

    private void answer(Chronicle.Entry entry) {
        Round round = entry.round();
        Told told = entry.told();
        html.raw("<div class=\"answer " + round.end().name().toLowerCase(Locale.ROOT) + "\">\n<h3><bdi>");
        html.text(told.model().isEmpty() ? "Answer" : told.model()).raw("</bdi> <span class=\"facts\">");
        time(told.ended());
        if (round.end() == Round.End.COMPLETE) {
            html.raw("<span>").raw(Ending.measured(entry)).raw("</span>");
        }
        html.raw("</span></h3>\n");
        reasoning(manuscript.reasoning(round));
        if (!Blanks.isBlank(round.answer())) {
            html.raw("<div class=\"prose\">\n").raw(Prose.html(round.answer())).raw("</div>\n");
        }
        ending(entry);
        html.raw("</div>\n");
    }

    private void reasoning(String text) {
        if (!Blanks.isBlank(text)) {
            html.raw("<details class=\"reasoning\"><summary>Reasoning</summary>\n<div class=\"prose\">\n");
            html.raw(Prose.html(text)).raw("</div>\n</details>\n");
        }
    }

    private void ending(Chronicle.Entry entry) {
        String words = Ending.words(entry);
        if (!words.isEmpty()) {
            html.raw("<p class=\"ending\" role=\"note\"><span>").text(words).raw("</span></p>\n");
        }
    }

    private void time(String when) {
        String minute = Moment.minute(when, manuscript.zone());
        if (!minute.isEmpty()) {
            html.raw("<time datetime=\"").text(when).raw("\">" + minute + "</time>");
        }
    }
}
