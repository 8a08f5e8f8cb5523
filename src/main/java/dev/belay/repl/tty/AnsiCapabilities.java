package dev.belay.repl.tty;

import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp.Capability;

/**
 * What every terminal of the last thirty years can do, in terminfo's notation (from its xterm entry).
 *
 * <p>Asking terminfo instead starts a process and parses its answer, 25 ms before the first prompt, and prints a stack
 * trace where an entry is missing, as on a host that has never heard of a newer terminal.
 */
final class AnsiCapabilities {

    private static final Map<Capability, String> STRINGS = Map.ofEntries(
            Map.entry(Capability.bell, "^G"),
            Map.entry(Capability.carriage_return, "\\r"),
            Map.entry(Capability.tab, "^I"),
            Map.entry(Capability.back_tab, "\\E[Z"),
            Map.entry(Capability.clear_screen, "\\E[H\\E[2J"),
            Map.entry(Capability.clr_bol, "\\E[1K"),
            Map.entry(Capability.clr_eol, "\\E[K"),
            Map.entry(Capability.clr_eos, "\\E[J"),
            Map.entry(Capability.column_address, "\\E[%i%p1%dG"),
            Map.entry(Capability.cursor_address, "\\E[%i%p1%d;%p2%dH"),
            Map.entry(Capability.cursor_home, "\\E[H"),
            Map.entry(Capability.cursor_up, "\\E[A"),
            Map.entry(Capability.cursor_down, "\\n"),
            Map.entry(Capability.cursor_left, "^H"),
            Map.entry(Capability.cursor_right, "\\E[C"),
            Map.entry(Capability.cursor_invisible, "\\E[?25l"),
            Map.entry(Capability.cursor_normal, "\\E[?25h"),
            Map.entry(Capability.parm_up_cursor, "\\E[%p1%dA"),
            Map.entry(Capability.parm_down_cursor, "\\E[%p1%dB"),
            Map.entry(Capability.parm_right_cursor, "\\E[%p1%dC"),
            Map.entry(Capability.parm_left_cursor, "\\E[%p1%dD"),
            Map.entry(Capability.parm_dch, "\\E[%p1%dP"),
            Map.entry(Capability.parm_ich, "\\E[%p1%d@"),
            Map.entry(Capability.delete_character, "\\E[P"),
            Map.entry(Capability.delete_line, "\\E[M"),
            Map.entry(Capability.insert_line, "\\E[L"),
            Map.entry(Capability.scroll_forward, "\\n"),
            Map.entry(Capability.scroll_reverse, "\\EM"),
            Map.entry(Capability.enter_bold_mode, "\\E[1m"),
            Map.entry(Capability.enter_dim_mode, "\\E[2m"),
            Map.entry(Capability.enter_reverse_mode, "\\E[7m"),
            Map.entry(Capability.enter_underline_mode, "\\E[4m"),
            Map.entry(Capability.exit_underline_mode, "\\E[24m"),
            Map.entry(Capability.exit_attribute_mode, "\\E[m"),
            Map.entry(Capability.set_a_foreground, colour(3, 9)),
            Map.entry(Capability.set_a_background, colour(4, 10)),
            Map.entry(Capability.keypad_xmit, "\\E[?1h\\E="),
            Map.entry(Capability.keypad_local, "\\E[?1l\\E>"),
            Map.entry(Capability.key_backspace, "^?"),
            Map.entry(Capability.key_btab, "\\E[Z"),
            Map.entry(Capability.key_up, "\\EOA"),
            Map.entry(Capability.key_down, "\\EOB"),
            Map.entry(Capability.key_right, "\\EOC"),
            Map.entry(Capability.key_left, "\\EOD"),
            Map.entry(Capability.key_home, "\\EOH"),
            Map.entry(Capability.key_end, "\\EOF"),
            Map.entry(Capability.key_ic, "\\E[2~"),
            Map.entry(Capability.key_dc, "\\E[3~"),
            Map.entry(Capability.key_ppage, "\\E[5~"),
            Map.entry(Capability.key_npage, "\\E[6~"));

    private AnsiCapabilities() {}

    private static String colour(int dark, int bright) {
        return "\\E[%?%p1%{8}%<%t" + dark + "%p1%d%e%p1%{16}%<%t" + bright + "%p1%{8}%-%d%e" + dark + "8;5;%p1%d%;m";
    }

    static void fill(
            String type, Set<Capability> flags, Map<Capability, Integer> numbers, Map<Capability, String> strings) {
        flags.addAll(Set.of(Capability.auto_right_margin, Capability.eat_newline_glitch, Capability.back_color_erase));
        numbers.put(
                Capability.max_colors,
                type.contains("256") || type.contains("kitty") || type.contains("ghostty") ? 256 : 8);
        numbers.put(Capability.init_tabs, 8);
        numbers.put(Capability.columns, 80);
        numbers.put(Capability.lines, 24);
        strings.putAll(STRINGS);
    }
}
