package dev.belay.repl.tty;

import dev.belay.config.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The escape sequence that puts a text into the clipboard of the person's terminal, wherever that is. */
final class Osc52 {

    /** Terminals take about 100 KB of base64. */
    static final int MOST_BYTES = 74_994;

    private static final String BEGIN = "\u001b]52;c;";
    private static final String END = "\u0007";

    /** What passes a sequence on to the terminal outside. */
    private static final String PASS = "\u001bP";

    private static final String TMUX_PASS = PASS + "tmux;";
    private static final String PASSED = "\u001b\\";

    /** GNU screen drops longer ones. */
    private static final int SCREEN_PIECE = 256;

    private Osc52() {}

    /** Whether a terminal of this type knows such sequences; one that does not would show them. */
    static boolean isKnownTo(String terminalType) {
        return !terminalType.equals("dumb") && !terminalType.equals("linux");
    }

    /** The sequence; empty when the text is too long. */
    static Optional<String> copying(String text, String terminalType, Environment environment) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        String sequence = BEGIN + Base64.getEncoder().encodeToString(bytes) + END;
        boolean tmux = environment.get("TMUX").isPresent();
        boolean screen = environment.get("STY").isPresent() && !terminalType.startsWith("tmux");
        // A screen inside of tmux has both, and says so by its own type, which begins like this.
        if (screen && (!tmux || terminalType.startsWith("screen."))) {
            return Optional.of(inScreen(sequence));
        }
        return Optional.of(tmux ? inTmux(sequence) : sequence);
    }

    private static String inTmux(String sequence) {
        return TMUX_PASS + sequence.replace("\u001b", "\u001b\u001b") + PASSED;
    }

    private static String inScreen(String sequence) {
        StringBuilder pieces = new StringBuilder();
        for (int from = 0; from < sequence.length(); from += SCREEN_PIECE) {
            int to = Math.min(sequence.length(), from + SCREEN_PIECE);
            pieces.append(PASS).append(sequence, from, to).append(PASSED);
        }
        return pieces.toString();
    }
}
