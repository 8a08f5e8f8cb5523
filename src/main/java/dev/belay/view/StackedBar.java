package dev.belay.view;

/**
 * A small bar of several parts, in colours to an eighth of a cell, else in signs. A part that is there is seen, however small it
 * is.
 *
 * @param cells the length of the longest bar
 * @param most what that stands for
 */
public record StackedBar(int cells, long most) {

    private static final int EIGHTHS = 8;
    private static final String BLOCKS = " ▏▎▍▌▋▊▉█";
    private static final int FOREGROUND = 30;
    private static final int BACKGROUND = 40;

    /** Green, yellow and red of the terminal's own. */
    private static final int[] INKS = {2, 3, 1};

    private static final String[] SIGNS = {"█", "▒", "×"};
    private static final String[] ASCII = {"#", "=", "x"};

    /** The bar of up to three parts; there is no blank at its end. */
    public String of(Style style, long... parts) {
        boolean fine = style.colour() && style.utf8();
        int unit = fine ? EIGHTHS : 1;
        int[] sizes = sizes(unit, parts);
        if (fine) {
            return coloured(sizes);
        }
        StringBuilder bar = new StringBuilder();
        for (int part = 0; part < sizes.length; part++) {
            bar.append(sign(part, style).repeat(sizes[part]));
        }
        return bar.toString();
    }

    /** How a part is drawn, for a legend. */
    public static String sign(int part, Style style) {
        if (!style.utf8()) {
            return ASCII[part];
        }
        return style.colour() ? ink(FOREGROUND + INKS[part]) + SIGNS[0] + ink(0) : SIGNS[part];
    }

    /** Each that is there has at least one cell, so that no cell has more than two. */
    private int[] sizes(int unit, long... parts) {
        int[] sizes = new int[parts.length];
        int excess = 0;
        int largest = 0;
        for (int part = 0; part < parts.length; part++) {
            int size = (int) Math.round((double) cells * unit * parts[part] / Math.max(1, most));
            sizes[part] = parts[part] == 0 ? 0 : Math.max(unit, size);
            excess += sizes[part];
            largest = sizes[part] > sizes[largest] ? part : largest;
        }
        excess -= cells * unit;
        sizes[largest] -= Math.max(0, Math.min(excess, sizes[largest] - unit));
        return sizes;
    }

    private static String coloured(int[] sizes) {
        StringBuilder bar = new StringBuilder();
        int filled = 0;
        int before = 0;
        for (int part = 0; part < sizes.length; part++) {
            int left = sizes[part];
            if (filled > 0 && left > 0) {
                bar.append(ink(FOREGROUND + INKS[before]))
                        .append(ink(BACKGROUND + INKS[part]))
                        .append(BLOCKS.charAt(filled))
                        .append(ink(0));
                left -= EIGHTHS - filled;
                filled = 0;
            }
            if (left > 0) {
                bar.append(ink(FOREGROUND + INKS[part]))
                        .append("█".repeat(left / EIGHTHS))
                        .append(ink(0));
                filled = left % EIGHTHS;
                before = part;
            }
        }
        return filled == 0
                ? bar.toString()
                : bar.append(ink(FOREGROUND + INKS[before]))
                        .append(BLOCKS.charAt(filled))
                        .append(ink(0))
                        .toString();
    }

    private static String ink(int code) {
        return "\u001b[" + code + "m";
    }
}
