package dev.belay.repl.line;

import dev.belay.repl.tty.TypedKeys;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Which key does what at the prompt, beside what JLine has. */
final class KeyBindings {

    static final String CLEAR = "belay-clear";
    static final String NEWLINE = "belay-newline";
    static final String ENTER = "belay-enter";
    static final String SUSPEND = "belay-suspend";
    static final String EDIT = "belay-edit";
    static final String UNKNOWN = "belay-unknown";
    static final String FOCUS_IN = "belay-focus-in";
    static final String FOCUS_OUT = "belay-focus-out";

    /** So long Esc is waited for to become another key, in milliseconds. */
    private static final long ESCAPE_MILLIS = 100;

    /** Cursor keys as terminals send them outside the prompt, that is typed ahead, and in their older forms. */
    private static final Map<String, String> CURSOR_KEYS = Map.ofEntries(
            Map.entry("A", LineReader.UP_LINE_OR_HISTORY),
            Map.entry("B", LineReader.DOWN_LINE_OR_HISTORY),
            Map.entry("C", LineReader.FORWARD_CHAR),
            Map.entry("D", LineReader.BACKWARD_CHAR),
            Map.entry("H", LineReader.BEGINNING_OF_LINE),
            Map.entry("F", LineReader.END_OF_LINE),
            Map.entry("1~", LineReader.BEGINNING_OF_LINE),
            Map.entry("3~", LineReader.DELETE_CHAR),
            Map.entry("4~", LineReader.END_OF_LINE),
            Map.entry("7~", LineReader.BEGINNING_OF_LINE),
            Map.entry("8~", LineReader.END_OF_LINE),
            Map.entry("1;5C", LineReader.FORWARD_WORD),
            Map.entry("1;5D", LineReader.BACKWARD_WORD),
            Map.entry("1;3C", LineReader.FORWARD_WORD),
            Map.entry("1;3D", LineReader.BACKWARD_WORD),
            Map.entry("3;5~", LineReader.KILL_WORD));

    private KeyBindings() {}

    static void bind(Map<String, KeyMap<Binding>> maps, KeyStyle style) {
        if (style == KeyStyle.VI) {
            KeyMap<Binding> inserting = map(maps, LineReader.VIINS);
            maps.put(LineReader.MAIN, inserting);
            vi(map(maps, LineReader.VICMD));
            inserting.setAmbiguousTimeout(ESCAPE_MILLIS);
        }
        for (String name : used(style)) {
            common(map(maps, name));
        }
    }

    /** What the terminal reports of its focus, as far as the keyboard has not taken it out. */
    static void bindFocus(Map<String, KeyMap<Binding>> maps, KeyStyle style) {
        for (String name : used(style)) {
            KeyMap<Binding> keys = map(maps, name);
            keys.bind(new Reference(FOCUS_IN), "\u001b[I");
            keys.bind(new Reference(FOCUS_OUT), "\u001b[O");
        }
    }

    /** JLine has all that are named here. */
    private static KeyMap<Binding> map(Map<String, KeyMap<Binding>> maps, String name) {
        return Objects.requireNonNull(maps.get(name), name);
    }

    private static List<String> used(KeyStyle style) {
        return style == KeyStyle.VI ? List.of(LineReader.VIINS, LineReader.VICMD) : List.of(LineReader.MAIN);
    }

    private static void common(KeyMap<Binding> keys) {
        keys.bind(new Reference(ENTER), "\r", "\n");
        keys.bind(new Reference(CLEAR), KeyMap.ctrl('C'));
        keys.bind(new Reference(NEWLINE), KeyMap.alt('\r'), KeyMap.alt('\n'));
        keys.bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
        keys.bind(new Reference(EDIT), KeyMap.ctrl('X') + KeyMap.ctrl('E'));
        // JLine has these, but they need parts of it that are not here.
        keys.unbind(KeyMap.ctrl(']'));
        keys.unbind(KeyMap.alt(KeyMap.ctrl(']')));
        for (Map.Entry<String, String> key : CURSOR_KEYS.entrySet()) {
            keys.bind(new Reference(key.getValue()), "\u001b[" + key.getKey());
        }
        keys.setNomatch(new Reference(UNKNOWN));
    }

    private static void vi(KeyMap<Binding> commands) {
        commands.bind(new Reference(EDIT), "v");
        commands.bind(new Reference(LineReader.BEGIN_PASTE), TypedKeys.PASTE_BEGIN);
        for (String key : List.of("A", "B", "C", "D", "H", "F")) {
            commands.bind(new Reference(CURSOR_KEYS.get(key)), "\u001bO" + key);
        }
    }
}
