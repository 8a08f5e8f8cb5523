package dev.belay.repl.tty;

import dev.belay.view.Cleaner;
import java.util.List;

/**
 * What the person's terminal understands beside text.
 *
 * @param type as in {@code TERM}
 * @param tmux as in {@code TMUX}; empty outside of it
 */
public record Emulator(String type, String tmux) {

    private static final List<String> WITH_TITLES =
            List.of("xterm", "tmux", "alacritty", "foot", "wezterm", "rxvt", "vte", "kitty", "ghostty");

    /** These know the one way to notify, and not the other; or both, and would say it twice. */
    private static final List<String> OF_RXVT = List.of("rxvt", "foot", "vte");

    private static final List<String> OF_ITERM = List.of("kitty", "ghostty", "wezterm");

    private static final char ESCAPE = '\u001b';
    private static final String BELL = "\u0007";
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_NOTICE = 100;

    /** Whether it keeps a title aside and gives it back. GNU screen takes a new one and never gives the old one back. */
    boolean knowsTitles() {
        return isInTmux() || isOneOf(WITH_TITLES);
    }

    /** By its type as well: on another machine than tmux itself nothing else tells. */
    private boolean isInTmux() {
        return !tmux.isEmpty() && type.startsWith("screen") || type.startsWith("tmux");
    }

    /** Puts the window's title aside and sets another one. */
    String titled(String words) {
        return ESCAPE + "[22;0t" + ESCAPE + "]2;belay: " + line(words, LONGEST_TITLE) + ESCAPE + "\\";
    }

    String untitled() {
        return ESCAPE + "[23;0t";
    }

    /** Has the desktop tell it. */
    String noticed(String words) {
        String text = line(words, LONGEST_NOTICE).replace(';', ',');
        String iterm = ESCAPE + "]9;" + text + BELL;
        String rxvt = ESCAPE + "]777;notify;belay;" + text + BELL;
        return passedOn((isOneOf(OF_RXVT) ? "" : iterm) + (isOneOf(OF_ITERM) ? "" : rxvt));
    }

    String bell() {
        return BELL;
    }

    /** Has the terminal report when its window gains the focus and loses it. */
    static String reporting() {
        return ESCAPE + "[?1004h";
    }

    static String silent() {
        return ESCAPE + "[?1004l";
    }

    /** tmux hands on to the terminal outside what is wrapped so, if it is allowed to. */
    private String passedOn(String sequence) {
        return isInTmux() ? ESCAPE + "Ptmux;" + sequence.replace("\u001b", "\u001b\u001b") + ESCAPE + "\\" : sequence;
    }

    private boolean isOneOf(List<String> names) {
        for (String name : names) {
            if (type.startsWith(name) || type.startsWith("xterm-" + name)) {
                return true;
            }
        }
        return false;
    }

    /** The first words, on one line, without anything that steers the terminal. */
    private static String line(String words, int longest) {
        String begin = words.strip();
        begin = begin.substring(0, Math.min(begin.length(), 4 * longest));
        String line = Cleaner.clean(begin).replaceAll("\\s+", " ");
        int end = Character.isHighSurrogate(line.charAt(Math.min(line.length(), longest) - 1)) ? longest - 1 : longest;
        return line.length() <= longest ? line : line.substring(0, end) + "…";
    }
}
