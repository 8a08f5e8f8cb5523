package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.config.ConfigFile;
import dev.belay.config.Environment;
import dev.belay.config.Settings;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import dev.belay.view.PlainText;
import dev.belay.view.markdown.Theme.Depth;
import dev.belay.view.markdown.Theme.Signs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the environment and the config say about a terminal is what it gets. */
class AppearanceTest {

    private final Map<String, String> variables = new HashMap<>(Map.of("TERM", "xterm"));
    private String toml = "";

    private Appearance appearance() {
        return new Appearance(new Environment(variables), Settings.of(new ConfigFile(Path.of("config.toml"), toml)));
    }

    private void set(String name, String value) {
        if (name != null && value != null) {
            variables.put(name, value);
        }
    }

    private String shown(String answer, OutputForm wanted, Depth depth) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            AnswerText text = appearance()
                    .form(wanted, depth, Signs.UNICODE)
                    .on(Output.of(bytes, Output.Kind.TERMINAL, StandardCharsets.UTF_8));
            text.next(answer);
            text.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String shown(String answer) {
        return shown(answer, OutputForm.MARKDOWN, Depth.SIXTEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "xterm, '', SIXTEEN", "linux, '', SIXTEEN", "vt100, '', SIXTEEN", "xterm-256color, '', PALETTE",
                "screen-256color, '', PALETTE", "tmux-256color, '', PALETTE",
        "xterm-kitty, '', PALETTE", "alacritty, '', PALETTE", "xterm, truecolor, TRUE", "xterm, 24bit, TRUE",
                "xterm, yes, SIXTEEN", "xterm-256color, truecolor, TRUE"
    })
    void so_many_colours(String term, String colorterm, Depth depth) {
        variables.put("TERM", term);
        variables.put("COLORTERM", colorterm);
        assertEquals(depth, appearance().depth());
    }

    @ParameterizedTest
    @CsvSource({
        "0;15, true",
        "0;7, true",
        "15;0, false",
        "0;default;15, true",
        "0;8, false",
        "0;9, true",
        "default;default, false",
        "15, true",
        "'', false",
        "0;, false",
        "0;16, false",
        "x;1x, false"
    })
    void dark_or_light_as_the_terminal_says(String colours, boolean light) {
        variables.put("COLORFGBG", colours);
        assertLight(light);
    }

    @ParameterizedTest
    @CsvSource({"light, 15;0, true", "dark, 0;15, false", "auto, 0;15, true"})
    void dark_or_light_as_the_config_says(String said, String colours, boolean light) {
        toml = "[theme]\nbackground = \"" + said + "\"\n";
        variables.put("COLORFGBG", colours);
        assertLight(light);
    }

    private void assertLight(boolean light) {
        String all = shown("```java\nint x = 1;\n```\n");
        assertTrue(all.contains(light ? "31m1" : "33m1"), all);
    }

    @ParameterizedTest
    @CsvSource({
        "TERM_PROGRAM, iTerm.app, true",
        "TERM_PROGRAM, vscode, true",
        "TERM_PROGRAM, Apple_Terminal, false",
        "TERM, xterm-kitty, true",
        "TERM, foot, true",
        "TERM, linux, false",
        "VTE_VERSION, 5000, true",
        "VTE_VERSION, 4999, false",
        "VTE_VERSION, 7402, true",
        "VTE_VERSION, 50000, false",
        "VTE_VERSION, 5x00, false",
        "WT_SESSION, x, true",
        "KONSOLE_VERSION, 220401, true",
        ",, false"
    })
    void links_can_be_clicked_where_it_is_known_to_work(String name, String value, boolean hidden) {
        set(name, value);
        assertLinks(hidden);
        variables.put("TMUX", "/tmp/tmux-0/default,1,0");
        assertLinks(false);
        variables.remove("TMUX");
        variables.put("STY", "1.x");
        assertLinks(false);
        toml = "[theme]\nlinks = \"hidden\"\n";
        assertLinks(true);
        toml = "[theme]\nlinks = \"written\"\n";
        variables.remove("STY");
        assertLinks(false);
    }

    private void assertLinks(boolean hidden) {
        String all = shown("[a page](https://a.example/)");
        assertEquals(hidden, all.contains("\u001b]8;;https://a.example/"), all);
        assertEquals(!hidden, all.contains("(https://a.example/)"), all);
    }

    @Test
    void on_a_terminal_of_no_abilities_and_for_text_it_is_not_rendered() {
        assertSame(PlainText.FORM, appearance().form(OutputForm.TEXT, Depth.TRUE, Signs.UNICODE));
        variables.put("TERM", "dumb");
        assertSame(PlainText.FORM, appearance().form(OutputForm.MARKDOWN, Depth.TRUE, Signs.UNICODE));
        variables.remove("TERM");
        assertSame(PlainText.FORM, appearance().form(OutputForm.MARKDOWN, Depth.TRUE, Signs.UNICODE));
    }

    @Test
    void without_colours_there_is_no_escape_whatever_the_config_says() {
        toml = "[theme]\nlinks = \"hidden\"\ncode = \"red\"\n";
        assertFalse(shown(
                        "# a\n\n**b** `c` [d](https://a.example/)\n\n| e | 👍🏽 |\n|---|---|\n| f | g |\n",
                        OutputForm.MARKDOWN,
                        Depth.NONE)
                .contains("\u001b"));
    }

    @Test
    void the_config_has_its_say_about_each_ink() {
        toml = "[theme]\ncode = \"bold red\"\n";
        assertTrue(shown("`a`").contains("\u001b[1;31ma"), shown("`a`"));
    }
}
