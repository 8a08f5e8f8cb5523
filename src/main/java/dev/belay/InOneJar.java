package dev.belay;

import dev.belay.os.Os;

/**
 * Where the program begins without its launcher, in a jar that any Java runs. It starts slower, and piped input beside
 * {@code -i} takes the launcher, which can move it aside.
 */
public final class InOneJar {

    private InOneJar() {}

    /** The launcher would have told what the terminal shows; the console of Windows is switched to the usual by belay. */
    public static void main(String[] words) {
        if (Os.current().isPosix()) {
            System.setProperty("belay.charset", System.getProperty("native.encoding", "UTF-8"));
        }
        Main.main(words);
    }
}
