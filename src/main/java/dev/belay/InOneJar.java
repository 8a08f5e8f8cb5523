package dev.belay;

import org.jline.nativ.CLibrary;

/**
 * Where the program begins without its launcher, in a jar that any Java runs: finds out what the launcher would have said. It
 * starts slower, and piped input beside {@code -i} takes the launcher, which can move it aside.
 */
public final class InOneJar {

    private InOneJar() {}

    public static void main(String[] words) {
        StringBuilder terminals = new StringBuilder();
        for (int stream = 0; stream <= 2; stream++) {
            if (CLibrary.isatty(stream) == 1) {
                terminals.append(stream);
            }
        }
        System.setProperty("belay.terminals", terminals.toString());
        System.setProperty("belay.input", terminals.indexOf("0") < 0 ? "0" : "");
        System.setProperty("belay.charset", System.getProperty("native.encoding"));
        Main.main(words);
    }
}
