package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.belay.screen.Effect;
import dev.belay.screen.Line;
import dev.belay.screen.Look;
import dev.belay.screen.Received;
import dev.belay.screen.Run;
import java.util.ArrayList;
import java.util.List;

/** What a hostile answer would do to a terminal that obeys it, and how one sees that it has been obeyed. */
final class Attacks {
    /** By itself each would be obeyed; those with a text say pwned. */
    static final List<String> SEQUENCES = List.of(
            "\033[2J",
            "\033[3J",
            "\033[1;1H",
            "\033[5A",
            "\033[6n",
            "\033[c",
            "\033[>q",
            "\033[21t",
            "\033[?1049h",
            "\033[?25l",
            "\033[?2004l",
            "\033[?1000h",
            "\033[2;4r",
            "\033[8m",
            "\033[5m",
            "\033[38;5;123m",
            "\033[38:2::1:2:3m",
            "\033[9L",
            "\033[20h",
            "\033[!p",
            "\033[1;2\"q",
            "\033[?u",
            "\033]0;pwned\007",
            "\033]2;pwned\033\\",
            "\033]8;;pwned:run\007x\033]8;;\007",
            "\033]52;c;cHduZWQ=\007",
            "\033]9;pwned\007",
            "\033]777;notify;pwned;x\033\\",
            "\033]11;?\033\\",
            "\033]4;1;#000000\007",
            "\033]7;file:///pwned\007",
            "\033]50;pwned\007",
            "\033]1337;File=inline=1:eA==\007",
            "\033Pq#0\033\\",
            "\033P$qm\033\\",
            "\033P+q544e\033\\",
            "\033_Gpwned\033\\",
            "\033^pwned\033\\",
            "\033Xpwned\033\\",
            "\033c",
            "\0337",
            "\0338",
            "\033D",
            "\033M",
            "\033E",
            "\033H",
            "\033Z",
            "\033=",
            "\033#8",
            "\033(0",
            "\033)0",
            "\033n",
            "\033%@",
            "\033 G",
            "\033l",
            "\u009B2J",
            "\u009D0;pwned\u009C",
            "\u0090q\u009C",
            "\u009Fpwned\u009C",
            "\u008D",
            "\u0085",
            "\u0098pwned\u009C",
            "\007",
            "\b\b\b",
            "\013",
            "\014",
            "\016",
            "\017",
            "\005",
            "\030",
            "\032",
            "\177",
            "\r");

    /** Characters that turn the order of others, or draw new lines. */
    static final List<String> TURNS = List.of(
            "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028",
            "\u2029");

    /** No escape sequence until Markdown is understood: references to characters, in text, code, links and titles. */
    static final List<String> IN_MARKDOWN = List.of(
            "&#27;]0;pwned&#7;",
            "&#x1b;[2J",
            "&#155;2J",
            "&#x9d;0;pwned&#x9c;",
            "&#x202e;evil",
            "&#13;over",
            "&#8;&#8;&#8;",
            "&#7;",
            "&#0;",
            "[a](https://a.example/\033]0;pwned\007)",
            "[a](<https://a.example/ \033[2J>)",
            "[a](https://a.example/&#27;]52;c;eA==&#7;)",
            "[a](https://a.example \"\033]0;pwned\007\")",
            "[a](https://a.example/%1b]0;pwned%07)",
            "![\033]0;pwned\007](https://a.example/x.png)",
            "<https://a.example/\u009D0;pwned\u009C>",
            "https://a.example/\033]0;pwned\007",
            "\n\n```\033]0;pwned\007\n\033[2Jcode\u009B2J\n```\n\n",
            "\n\n```java &#27;]0;pwned&#7;\nint x = 1; // \033]0;pwned\007\n```\n\n",
            "`\033]0;pwned\007`",
            "\n\n| \033[2J | b |\n|---|---|\n| \033]0;pwned\007 | &#27;]0;pwned&#7; |\n\n",
            "\n\n# \033]0;pwned\007 title\n\n",
            "\n\n> \033[1A\033[2K\n\n",
            "<b onclick=\"\033]0;pwned\007\">x</b>",
            "\n\n[r]: https://a.example/\033]0;pwned\007 'x'\n\n[r]\n\n",
            "a  \033[2J\n\033[1Ab\\\n");

    private static final List<Effect> NEVER = List.of(
            Effect.BELL,
            Effect.CONTROL,
            Effect.CLEAR,
            Effect.CURSOR_TO,
            Effect.EDIT_ROWS,
            Effect.SCROLL_REGION,
            Effect.ALTERNATE_SCREEN,
            Effect.QUERY,
            Effect.CLIPBOARD,
            Effect.OTHER_COMMAND,
            Effect.DEVICE_STRING,
            Effect.CHARACTER_SET,
            Effect.RESET,
            Effect.UNKNOWN);

    private Attacks() {}

    /** Of what came since, nothing steers the terminal, and its title, links, looks and modes are not the answer's. */
    static void assertHarmless(TerminalSession terminal, Received before) {
        Received since = terminal.received().minus(before);
        List<Effect> obeyed = new ArrayList<>(NEVER);
        obeyed.removeIf(effect -> since.count(effect) == 0);
        assertEquals(List.of(), obeyed, since + "\n" + terminal.picture());
        terminal.look(screen -> {
            assertFalse(screen.title().contains("pwned"), "the title was changed");
            assertEquals(Look.PLAIN, screen.look(), "what the cursor writes next");
            assertEquals(true, screen.cursorVisible(), "the cursor");
            assertFalse(screen.modes().contains(1000), "the mouse");
            for (Line line : screen.looks()) {
                line.runs().forEach(Attacks::assertHonest);
            }
            return screen;
        });
    }

    private static void assertHonest(Run run) {
        String seen = run.toString();
        assertFalse(run.look().is(Look.Attribute.HIDDEN) || run.look().is(Look.Attribute.BLINK), seen);
        assertFalse(run.look().link().contains("pwned:run"), seen);
        assertFalse(run.look().fore().name().equals("c123"), seen);
        assertFalse(TURNS.stream().anyMatch(run.text()::contains), seen);
    }
}
