package dev.belay.export.html;

import dev.belay.chat.Blanks;
import dev.belay.export.Manuscript;
import dev.belay.export.Moment;
import dev.belay.session.Chronicle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A conversation as a page that needs nothing besides itself: no script, no network, no files. */
public final class HtmlPage {

    /** A shorter conversation needs no table of contents. */
    private static final int LONG = 4;

    /** Of a longer one it is folded. */
    private static final int OPEN = 12;

    private static final int LONGEST_ENTRY = 90;

    /** Nothing is loaded and nothing is run, whatever has got into the page. */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
            base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="belay">
            """;

    private final Manuscript manuscript;
    private final Chronicle chronicle;
    private final Markup html = new Markup();

    public HtmlPage(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.chronicle = manuscript.chronicle();
    }

    /** @param pulse called again and again meanwhile; what it throws ends the writing */
    public String text(Runnable pulse) {
        html.raw(HEAD)
                .raw("<title>")
                .text(manuscript.name())
                .raw("</title>\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n");
        header();
        contents();
        html.raw("<main>\n");
        TurnSection turns = new TurnSection(manuscript, html);
        int number = 0;
        for (Chronicle.Entry entry : chronicle.entries()) {
            pulse.run();
            turns.write(entry, ++number);
        }
        html.raw("</main>\n");
        footer();
        return html.raw("</body>\n</html>\n").toString();
    }

    private void header() {
        html.raw("<header>\n<h1 dir=\"auto\">").text(manuscript.name()).raw("</h1>\n<p class=\"facts\">");
        String minute = Moment.minute(chronicle.created(), manuscript.zone());
        if (!minute.isEmpty()) {
            html.raw("<time datetime=\"").text(chronicle.created()).raw("\">" + minute + "</time> · ");
        }
        int turns = chronicle.entries().size();
        html.raw(turns + (turns == 1 ? " turn" : " turns"));
        if (!manuscript.models().isEmpty()) {
            html.raw(" · ").text(manuscript.models());
        }
        html.raw("</p>\n");
        if (!Blanks.isBlank(chronicle.system())) {
            html.raw("<details class=\"system\"><summary>System prompt</summary>\n<div class=\"said\">\n");
            html.raw(Prose.typed(chronicle.system())).raw("</div>\n</details>\n");
        }
        html.raw("</header>\n");
    }

    private void contents() {
        List<Chronicle.Entry> entries = chronicle.entries();
        if (entries.size() < LONG) {
            return;
        }
        html.raw("<nav aria-label=\"Contents\">\n<details" + (entries.size() <= OPEN ? " open" : ""));
        html.raw("><summary>Contents</summary>\n<ol>\n");
        int number = 0;
        for (Chronicle.Entry entry : entries) {
            html.raw("<li><a href=\"#turn-" + ++number + "\" dir=\"auto\">");
            String line = Manuscript.line(words(entry.round().user()), LONGEST_ENTRY);
            html.text(line.isEmpty() ? "…" : line).raw("</a></li>\n");
        }
        html.raw("</ol>\n</details>\n</nav>\n");
    }

    /** What is said before any code, if there is something. */
    private static String words(String question) {
        int code = question.indexOf("\n```");
        return code > 0 && !question.substring(0, code).isBlank() ? question.substring(0, code) : question;
    }

    private void footer() {
        html.raw("<footer>\n<p>");
        if (chronicle.id().isEmpty()) {
            html.raw("A conversation in belay");
        } else {
            html.raw("Session ").text(chronicle.id());
            html.raw(" · <code>belay --session ").text(chronicle.id()).raw("</code> goes on with it");
        }
        html.raw("</p>\n</footer>\n");
    }

    private static String style() {
        try (InputStream file = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
