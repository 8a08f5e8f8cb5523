package dev.belay.screen;

import java.util.List;

/**
 * A colour as the program named it.
 *
 * @param name for golden screens: {@code red}, {@code bright-red}, {@code c208}, {@code #ff8800}; empty for the terminal's own
 * @param index in the palette of 256, or -1
 * @param rgb red, green, blue; of the first sixteen what this terminal shows for them
 */
public record Colour(String name, int index, int rgb) {
    public static final Colour DEFAULT = new Colour("", -1, -1);

    private static final List<String> NAMES =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");
    private static final int[] SIXTEEN = {
        0x22262E, 0xE06C75, 0x98C379, 0xE5C07B, 0x61AFEF, 0xC678DD, 0x56B6C2, 0xC8CDD6,
        0x6B7383, 0xFF8A93, 0xB5E08F, 0xFFD98F, 0x8CC8FF, 0xDD9CF0, 0x7FD6E0, 0xFFFFFF,
    };

    static Colour indexed(int index) {
        if (index < 0 || index > 255) {
            return DEFAULT;
        }
        if (index < 16) {
            return new Colour((index < 8 ? "" : "bright-") + NAMES.get(index % 8), index, SIXTEEN[index]);
        }
        return new Colour("c" + index, index, index < 232 ? cube(index - 16) : (8 + (index - 232) * 10) * 0x10101);
    }

    static Colour rgb(int red, int green, int blue) {
        int rgb = (red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF;
        return new Colour(String.format("#%06x", rgb), -1, rgb);
    }

    private static int cube(int index) {
        return level(index / 36) << 16 | level(index / 6 % 6) << 8 | level(index % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
