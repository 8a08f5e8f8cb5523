package dev.belay.cli;

import dev.belay.config.Environment;
import dev.belay.config.Keys;
import dev.belay.config.Settings;
import dev.belay.repl.tty.Width;
import dev.belay.view.AnswerText;
import dev.belay.view.PlainText;
import dev.belay.view.markdown.MarkdownText;
import dev.belay.view.markdown.Theme;
import dev.belay.view.markdown.Theme.Background;
import dev.belay.view.markdown.Theme.Depth;
import dev.belay.view.markdown.Theme.Links;
import dev.belay.view.markdown.Theme.Signs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How answers look on this terminal, as far as the environment tells what it is and the config what is wanted. */
final class Appearance {

    /** Terminals that hide the target of a link; others may print it, or nothing but rubbish. */
    private static final List<String> LINKING_PROGRAMS =
            List.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby");

    private static final List<String> LINKING_TERMINALS =
            List.of("xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "wezterm", "contour");

    /** GNOME's terminal and its kin, from 0.50 on. */
    private static final int LINKING_VTE = 5000;

    private final Environment environment;
    private final Settings settings;

    Appearance(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** As text that stays as it is, or rendered: on a terminal that can do more than a teleprinter. */
    AnswerText.Form form(OutputForm wanted, Depth depth, Signs signs) {
        if (wanted == OutputForm.TEXT || terminal().equals("dumb")) {
            return PlainText.FORM;
        }
        return MarkdownText.form(new Theme(depth, background(), signs, links(), inks()), Width.OUTPUT);
    }

    /** How many colours it has, where it has any. */
    Depth depth() {
        String announced = variable("COLORTERM");
        if (announced.equals("truecolor") || announced.equals("24bit")) {
            return Depth.TRUE;
        }
        boolean many = terminal().contains("256color") || LINKING_TERMINALS.contains(terminal());
        return many ? Depth.PALETTE : Depth.SIXTEEN;
    }

    /** The terminal is not asked: some tell it in the environment, of the others most are dark. */
    private Background background() {
        String said = settings.theme(Keys.BACKGROUND).orElse("auto");
        if (!said.equals("auto")) {
            return said.equals("light") ? Background.LIGHT : Background.DARK;
        }
        String colours = variable("COLORFGBG");
        String last = colours.substring(colours.lastIndexOf(';') + 1);
        boolean light = List.of("7", "9", "15").contains(last);
        return light ? Background.LIGHT : Background.DARK;
    }

    private Links links() {
        String said = settings.theme(Keys.LINKS).orElse("auto");
        return said.equals("hidden") || said.equals("auto") && hidesLinks() ? Links.HIDDEN : Links.WRITTEN;
    }

    private boolean hidesLinks() {
        boolean within = !variable("TMUX").isEmpty() || !variable("STY").isEmpty();
        return !within
                && (LINKING_PROGRAMS.contains(variable("TERM_PROGRAM"))
                        || LINKING_TERMINALS.contains(terminal())
                        || !variable("WT_SESSION").isEmpty()
                        || !variable("KONSOLE_VERSION").isEmpty()
                        || vte() >= LINKING_VTE);
    }

    private int vte() {
        String version = variable("VTE_VERSION");
        return version.length() == 4 && version.chars().allMatch(Character::isDigit) ? Integer.parseInt(version) : 0;
    }

    private Map<String, String> inks() {
        Map<String, String> inks = new HashMap<>();
        for (String name : Keys.LOOKS) {
            settings.theme(name).ifPresent(words -> inks.put(name, words.toLowerCase(Locale.ROOT)));
        }
        return inks;
    }

    private String terminal() {
        return environment.terminalType();
    }

    private String variable(String name) {
        return environment.get(name).orElse("");
    }
}
