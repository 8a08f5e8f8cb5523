package dev.belay.repl.line;

import org.jline.reader.Buffer;

/** Finds what terminals differ in the width of: flags, families and the like. The cursor's column is not known behind them. */
final class OddWidths {

    private OddWidths() {}

    static boolean in(Buffer line) {
        for (int i = 0; i < line.length(); i++) {
            int c = line.atChar(i);
            if (c == 0x200D || c == 0xFE0F || c >= 0x1F1E6 && c <= 0x1F1FF || c >= 0x1F3FB && c <= 0x1F3FF) {
                return true;
            }
        }
        return false;
    }
}
