package dev.belay.view.markdown;

import dev.belay.view.markdown.Theme.Depth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how something is to look, as the config says it: {@code bold #ff8800}, {@code underline bright-blue}, {@code 208}. */
public final class Paint {

    /** What {@link #sequence} takes, for a sentence about something else. */
    public static final String WANTED =
            "words such as \"bold blue\", \"dim\" or \"underline #ff8800\": bold, dim, italic, underline, strike, one of the"
                    + " eight colours, bright- before it, a number up to 255 or #rrggbb";

    private static final List<String> COLOURS =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
    private static final List<String> LETTERS = List.of("bold", "dim", "italic", "underline", "strike");
    private static final String[] LETTER_CODES = {"1", "2", "3", "4", "9"};
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};
    private static final String BRIGHT = "bright-";

    private Paint() {}

    /** The parameters of the escape sequence, for so many colours; empty when a word makes no sense. */
    public static Optional<String> sequence(String words, Depth depth) {
        StringBuilder all = new StringBuilder();
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            String code = word.isEmpty() ? "" : code(word, depth);
            if (code == null) {
                return Optional.empty();
            }
            all.append(all.length() == 0 || code.isEmpty() ? "" : ";").append(code);
        }
        return Optional.of(all.toString());
    }

    private static @Nullable String code(String word, Depth depth) {
        int letter = LETTERS.indexOf(word);
        if (letter >= 0) {
            return LETTER_CODES[letter];
        }
        if (word.equals("plain")) {
            return "";
        }
        boolean bright = word.startsWith(BRIGHT);
        int colour = COLOURS.indexOf(bright ? word.substring(BRIGHT.length()) : word);
        if (colour >= 0) {
            return String.valueOf((bright ? 90 : 30) + colour);
        }
        if (word.matches("\\d{1,3}") && Integer.parseInt(word) <= 255) {
            return numbered(Integer.parseInt(word), depth);
        }
        return word.matches("#[0-9a-f]{6}") ? mixed(Integer.parseInt(word.substring(1), 16), depth) : null;
    }

    private static String numbered(int number, Depth depth) {
        if (number < 16) {
            return String.valueOf(number < 8 ? 30 + number : 82 + number);
        }
        return depth.compareTo(Depth.PALETTE) >= 0 ? "38;5;" + number : nearestOfSixteen(number);
    }

    private static String mixed(int rgb, Depth depth) {
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        return depth == Depth.TRUE
                ? "38;2;" + red + ";" + green + ";" + blue
                : numbered(16 + 36 * step(red) + 6 * step(green) + step(blue), depth);
    }

    private static int step(int part) {
        int nearest = 0;
        for (int i = 1; i < CUBE.length; i++) {
            nearest = Math.abs(CUBE[i] - part) < Math.abs(CUBE[nearest] - part) ? i : nearest;
        }
        return nearest;
    }

    /** Each of the three parts is there or not, and all together are bright or not. */
    private static String nearestOfSixteen(int number) {
        boolean grey = number >= 232;
        int level = (number - 232) / 4;
        int red = grey ? level : (number - 16) / 36;
        int green = grey ? level : (number - 16) / 6 % 6;
        int blue = grey ? level : (number - 16) % 6;
        int most = Math.max(red, Math.max(green, blue));
        int colour = most < 2 ? 0 : bit(red, most) | bit(green, most) << 1 | bit(blue, most) << 2;
        return String.valueOf((most > 3 ? 90 : 30) + colour);
    }

    private static int bit(int part, int most) {
        return 2 * part > most ? 1 : 0;
    }
}
