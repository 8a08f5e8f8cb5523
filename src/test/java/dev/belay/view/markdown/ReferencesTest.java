package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No character that steers a terminal gets there by its name, wherever in an answer it stands. */
class ReferencesTest {

    private static final int[] STEERING = steering();

    /** What rendering itself writes: looks, the erased end of a row, the cursor along the row, links. */
    private static final Pattern OURS =
            Pattern.compile("\u001b\\[[0-9;]*m|\u001b\\[K|\u001b\\[[0-9]+[DG]|\u001b]8;;[!-~]*\u001b\\\\|[\r\n\t\b]");

    /** Where a text may stand. */
    enum Place {
        TEXT("a %s b\n"),
        ALONE("%s"),
        EMPHASIS("a **%s** *%s* ~~%s~~ b\n"),
        OPEN_EMPHASIS("a **%s"),
        CODE("a `%s` b\n"),
        LINK_TEXT("a [%s](https://a.example/) b\n"),
        ADDRESS("a [b](https://a.example/%s) [](%s) [c](%s) b\n"),
        POINTED_ADDRESS("a [b](<https://a.example/%s>) <https://a.example/%s> b\n"),
        TITLE("a [b](https://a.example/ \"%s\") b\n"),
        IMAGE("a ![%s](https://a.example/%s) ![](%s)\n"),
        BARE_ADDRESS("a https://a.example/%s www.%s.example b\n"),
        HEADING("# %s\n\n%s\n===\n"),
        LIST("- %s\n  1. %s\n- [x] %s\n"),
        QUOTE("> %s\n> > %s\n"),
        TABLE("| %s | b |\n|---|---|\n| %s | `%s` |\n| [c](%s) | %s |\n"),
        OPEN_TABLE("| a | b |\n|---|---|\n| %s"),
        FENCE("```\n%s\n```\n"),
        INFO("```%s x%s\ncode\n```\n"),
        KNOWN_CODE("```java\nString s = \"%s\"; // %s\n```\n"),
        INDENTED("    %s\n"),
        HTML("<div %s>\n%s\n</div>\n"),
        TAG("a <b c=\"%s\"> <!-- %s --> b\n"),
        BREAK("a %s  \nb%s\\\nc\n"),
        DEFINITION("[r]: https://a.example/%s '%s'\n\n[r] [%s][r]\n");

        private final String form;

        Place(String form) {
            this.form = form;
        }

        String with(String text) {
            return form.replace("%s", text);
        }
    }

    private static int[] steering() {
        List<Integer> all = new ArrayList<>();
        for (int c = 0; c < 0xA0; c++) {
            if (c < ' ' && c != '\n' && c != '\t' || c >= 0x7F) {
                all.add(c);
            }
        }
        for (int c = 0x2028; c <= 0x202E; c++) {
            all.add(c);
        }
        for (int c = 0x2066; c <= 0x2069; c++) {
            all.add(c);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String bytes(String answer, Theme theme, List<String> pieces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AnswerText text =
                MarkdownText.form(theme, () -> 60).on(Output.of(bytes, Output.Kind.TERMINAL, StandardCharsets.UTF_8));
        for (String piece : pieces) {
            text.next(piece);
        }
        if (answer.length() % 2 == 0) {
            text.close();
        } else {
            text.cut();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void assertSafe(String answer) throws IOException {
        for (Theme theme : List.of(Rendering.COLOURED, Rendering.LINKED, Rendering.PLAIN)) {
            for (List<String> pieces : List.of(List.of(answer), Cuts.characters(answer))) {
                String all = bytes(answer, theme, pieces);
                String rest = theme.isPlain()
                        ? all.replaceAll("[\r\n\t\b]", "")
                        : OURS.matcher(all).replaceAll("");
                for (int c : STEERING) {
                    assertTrue(
                            rest.indexOf(c) < 0,
                            () -> Integer.toHexString(c) + " of " + answer + " is in " + all.replace("\u001b", "ESC"));
                }
                if (theme.links() == Theme.Links.WRITTEN) {
                    assertEquals(-1, all.indexOf("\u001b]"), answer);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void by_number(Place place) throws IOException {
        for (int c : STEERING) {
            assertSafe(place.with("&#" + c + ";[31m"));
            assertSafe(place.with("x&#x" + Integer.toHexString(c) + ";2Jy"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whole_sequences(Place place) throws IOException {
        for (String each : List.of(
                "&#27;]0;x&#7;",
                "&#x1b;]8;;https://evil.example&#x1b;&#92;",
                "&#155;2J",
                "&#x9d;0;x&#x9c;",
                "&#x202e;live",
                "&#13;over&#8;&#8;",
                "&#27;&#x301;[2J",
                "&#9;&#10;&#13;&#10;",
                "&Tab;&NewLine;&ZeroWidthSpace;",
                "&#0;",
                "&#xD800;",
                "&#1114112;",
                "&#x85;",
                "&shy;&lrm;&rlm;")) {
            assertSafe(place.with(each));
            assertSafe(place.with("a" + each.repeat(20) + "b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void as_they_are(Place place) throws IOException {
        for (int c : STEERING) {
            if (c != '\r') {
                assertSafe(place.with("x" + (char) c + "[31m"));
            }
        }
    }
}
