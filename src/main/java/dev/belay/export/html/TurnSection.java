package dev.belay.export.html;

import dev.belay.chat.Blanks;
import dev.belay.chat.Round;
import dev.belay.export.Ending;
import dev.belay.export.Manuscript;
import dev.belay.export.Moment;
import dev.belay.session.Chronicle;
import dev.belay.session.Told;

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
        html.raw("</section>\n");
    }

    private void question(Chronicle.Entry entry, String id, int number) {
        html.raw("<div class=\"question\">\n<h2 id=\"" + id + "-head\">You <span class=\"facts\">");
        time(entry.told().asked());
        html.raw("<a class=\"anchor\" href=\"#" + id + "\" title=\"Link to this turn\">#" + number + "</a></span></h2>\n");
        html.raw("<div class=\"said\">\n").raw(Prose.typed(entry.round().user())).raw("</div>\n");
        pictures.list(entry.round().attachments(), html);
        html.raw("</div>\n");
    }

    private void answer(Chronicle.Entry entry) {
        Round round = entry.round();
        Told told = entry.told();
        html.raw("<div class=\"answer " + round.end().name().toLowerCase(java.util.Locale.ROOT) + "\">\n<h3><bdi>");
        html.text(told.model().isEmpty() ? "Answer" : told.model()).raw("</bdi> <span class=\"facts\">");
        time(told.ended());
        if (round.end() == Round.End.COMPLETE) {
            html.raw("<span>").raw(Ending.measured(round.answer(), told)).raw("</span>");
        }
        html.raw("</span></h3>\n");
        reasoning(manuscript.reasoning().getOrDefault(round.turn(), ""));
        said(round.answer(), round.end(), told);
        html.raw("</div>\n");
    }

    private void reasoning(String text) {
        if (!Blanks.isBlank(text)) {
            html.raw("<details class=\"reasoning\"><summary>Reasoning</summary>\n<div class=\"prose\">\n");
            html.raw(Prose.html(text)).raw("</div>\n</details>\n");
        }
    }

    private void said(String answer, Round.End end, Told told) {
        if (!Blanks.isBlank(answer)) {
            html.raw("<div class=\"prose\">\n").raw(Prose.html(answer)).raw("</div>\n");
        }
        String words = Ending.words(end, answer, told);
        if (!words.isEmpty()) {
            String sign = end == Round.End.INTERRUPTED ? "⏹ " : end == Round.End.FAILED ? "✗ " : "";
            html.raw("<p class=\"ending\" role=\"note\"><span>" + sign).text(words).raw("</span></p>\n");
        }
    }

    private void time(String when) {
        String minute = Moment.minute(when, manuscript.zone());
        if (!minute.isEmpty()) {
            html.raw("<time datetime=\"").text(when).raw("\">" + minute + "</time>");
        }
    }
}
