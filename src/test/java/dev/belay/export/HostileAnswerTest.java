package dev.belay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Attachment;
import dev.belay.chat.Round;
import dev.belay.chat.Round.End;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model, a file's name or a title writes is text on the page, and can do nothing there. */
class HostileAnswerTest {

    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^\\s>/]*)[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final List<String> OURS = List.of(
            "a",
            "bdi",
            "blockquote",
            "br",
            "code",
            "del",
            "details",
            "div",
            "em",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "span",
            "strong",
            "summary",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "time",
            "tr",
            "ul",
            "h2",
            "main",
            "/main");

    private static String main(Manuscript manuscript) {
        String page = Talk.page(manuscript);
        return page.substring(page.indexOf("<main>"), page.indexOf("</main>"));
    }

    private static String answer(String markdown) {
        return main(Talk.of(markdown, End.COMPLETE));
    }

    private static void harmless(String html) {
        for (Matcher tags = TAG.matcher(html); tags.find(); ) {
            String name = tags.group(1).replace("/", "");
            assertTrue(OURS.contains(name), name + " in " + tags.group());
            assertFalse(tags.group().replaceAll("\"[^\"]*\"", "").matches("(?is).*\\son\\w+=.*"), tags.group());
            assertFalse(tags.group().replaceAll("\"[^\"]*\"", "").contains("style="), tags.group());
        }
        for (Matcher addresses = ADDRESS.matcher(html); addresses.find(); ) {
            assertTrue(
                    addresses.group(1).matches("(?s)(https?://|mailto:|#turn-|data:image/png;base64,).*"),
                    addresses.group());
        }
        assertFalse(html.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t' || c == 0x202E || c == 0x9B), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <script>alert(1)</script> b",
                "<img src=x onerror=alert(1)>",
                "x <svg onload=alert(1)> y",
                "<iframe src=\"https://evil.example\"></iframe>",
                "</div></main></body><script>alert(1)</script>",
                "<style>*{display:none}</style>",
                "<!--",
                "<![CDATA[ x",
                "<?php x",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<meta http-equiv=refresh content=0>",
                "<br onclick=alert(1)>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](../secret)",
                "[x](//evil.example)",
                "[x](<javascript:alert(1)>)",
                "<javascript:alert(1)>",
                "[x]\n\n[x]: javascript:alert(1)",
                "[x](https://a.b/\"onclick=\"alert(1))",
                "![x](https://evil.example/pixel.png)",
                "![x](data:image/svg+xml;base64,AAAA)",
                "![](http://evil.example)",
                "[![x](https://evil.example/a.png)](https://a.b)",
                "![a ![b](https://c.d) e](https://f.g)",
                "```\"><script>alert(1)</script>\nx\n```",
                "```html\n<script>alert(1)</script>\n```",
                "`<script>`",
                "    <script>",
                "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
                "$<script>alert(1)</script>$",
                "\\(<img onerror=x>\\)",
                "\u001b[31mred\u001b]0;title\u0007",
                "\u202Egnp.exe",
                "&#27;[31m &#x202e;x &#x9b;",
                "```\u001b\n\u202E\n```",
                "\0\u009b",
                "# <script>x</script>",
                "- [x] <script>",
                "> <b onmouseover=alert(1)>x</b>",
                "~~<b>~~",
                "https://a.b/<script>",
                "www.\"onclick=\"x.com"
            })
    void nothingInAnAnswerIsObeyed(String markdown) {
        harmless(answer(markdown));
        harmless(main(Talk.of(markdown, "", End.COMPLETE)));
    }

    @Test
    void aPictureElsewhereIsALinkAndNothingIsFetched() {
        String html = answer("![a chart](https://evil.example/c.png)");
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains(">a chart</a>") && html.contains("href=\"https://evil.example/c.png\""), html);
        assertTrue(html.contains("noreferrer"), html);
    }

    @Test
    void aLinkThatWouldDoSomethingIsTold() {
        assertTrue(answer("[click](javascript:alert(1))").contains("click (javascript:alert(1))"));
    }

    @Test
    void theHeadForbidsAllThatIsNotOnThePage() {
        String page = Talk.page(Talk.of("x", End.COMPLETE));
        assertTrue(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"), page);
        assertTrue(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"), page);
        assertFalse(page.contains("lang="), page);
    }

    @Test
    void picturesArePartOfThePageAndOtherFilesAreNamed() {
        Attachment picture = new Attachment("a\"><script>.png", "image/png", new byte[] {1, 2, 3});
        Attachment forged =
                new Attachment("b.svg", "image/svg+xml", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        Attachment note = new Attachment("notes.txt", "text/plain", new byte[4321]);
        String html = main(Talk.of(List.of(new Round(1, "q", List.of(picture, forged, note), "a", End.COMPLETE))));
        harmless(html);
        assertTrue(html.contains("src=\"data:image/png;base64,AQID\""), html);
        assertTrue(html.contains("b.svg") && html.contains("notes.txt") && html.contains("4.3 KB"), html);
        assertEquals(2, html.split("<img", -1).length, "only the picture is shown");
    }

    @Test
    void aPageDoesNotGrowBeyondItsMeasure() {
        Attachment large = new Attachment("large.png", "image/png", new byte[5_000_001]);
        assertFalse(main(Talk.of(List.of(new Round(1, "q", List.of(large), "a", End.COMPLETE))))
                .contains("<img"));
    }

    @Test
    void headingsOfAnAnswerAreBelowThoseOfThePage() {
        String html = answer("# One\n\n### Three\n\n###### Six");
        assertTrue(
                html.contains("<h4 dir=\"auto\">One")
                        && html.contains("<h6 dir=\"auto\">Three")
                        && html.contains("<h6 dir=\"auto\">Six"),
                html);
        assertTrue(answer("### Only").contains("<h4 dir=\"auto\">Only"));
    }

    @Test
    void mathematicsIsLeftAlone() {
        assertTrue(answer("$a_1 \\, b_2$ and \\(x*y*z\\)")
                .contains("<span class=\"math\">$a_1 \\, b_2$</span> and <span class=\"math\">\\(x*y*z\\)"));
        assertFalse(answer("It costs $5 or $6, *not* $7.").contains("math"));
        assertTrue(answer("$$\n\\sum_{i}^{n} x_i\n$$").contains("\\sum_{i}^{n} x_i"));
    }

    @Test
    void aQuestionIsShownAsItWasTyped() {
        String html = main(Talk.of("# no *heading*\n  two  blanks\n\n```java\nint x;\n```\nend", "a", End.COMPLETE));
        assertTrue(html.contains("# no *heading*\n  two  blanks</p>"), html);
        assertTrue(
                html.contains("<span class=\"type\">int</span>") || html.contains("<span class=\"keyword\">int</span>"),
                html);
        assertTrue(html.contains(">end</p>"), html);
    }

    /** However deep: what cannot be nested any more is text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                ">- ",
                "1. ",
                "[",
                "![",
                "*a ",
                "**a",
                "_a ",
                "` a",
                "$",
                "\\(",
                "<",
                "[a](",
                "](a)",
                "|a",
                "# a\n",
                "a\n- b\n\n"
            })
    void noDepthIsTooDeep(String piece) {
        String html = answer(piece.repeat(100_000 / piece.length()));
        assertTrue(html.length() > 50_000, "all of it is there");
        assertFalse(html.contains("class=\"source\""), "it was read and not only copied");
        harmless(html);
    }
}
