package dev.belay.view.markdown;

/** The escape sequences of looks, on one terminal. */
final class Palette {

    static final String RESET = "\u001b[m";

    private static final int SIZE = Ink.values().length << 8;

    private final boolean plain;
    private final String[] inks = new String[Ink.values().length];
    private final boolean[] lined = new boolean[inks.length];
    private final String[] sequences = new String[SIZE];

    Palette(Theme theme) {
        this.plain = theme.isPlain();
        for (Ink ink : Ink.values()) {
            String said = theme.inks().get(ink.word());
            String usual = ink.usual(theme.background());
            String words = said == null || Paint.sequence(said, theme.depth()).isEmpty() ? usual : said;
            inks[ink.ordinal()] = Paint.sequence(words, theme.depth()).orElseThrow();
            lined[ink.ordinal()] = words.contains("underline") || words.contains("strike");
        }
    }

    /** What switches from one look to another. */
    String change(int from, int to) {
        if (plain || from == to) {
            return "";
        }
        if (to == Look.PLAIN) {
            return RESET;
        }
        String all = parameters(to);
        if (all.isEmpty()) {
            return parameters(from).isEmpty() ? "" : RESET;
        }
        return "\u001b[" + (parameters(from).isEmpty() ? "" : "0;") + all + "m";
    }

    /** Whether there is a line at its blanks as well. */
    boolean isLined(int look) {
        return !plain && (lined[Look.ink(look)] || (look & (Look.UNDERLINE | Look.STRIKE)) != 0);
    }

    private String parameters(int look) {
        if (sequences[look] == null) {
            sequences[look] = joined(look);
        }
        return sequences[look];
    }

    private String joined(int look) {
        StringBuilder all = new StringBuilder(inks[Look.ink(look)]);
        add(all, look, Look.BOLD, "1");
        add(all, look, Look.DIM, "2");
        add(all, look, Look.ITALIC, "3");
        add(all, look, Look.UNDERLINE, "4");
        add(all, look, Look.STRIKE, "9");
        return all.toString();
    }

    private static void add(StringBuilder all, int look, int bit, String parameter) {
        if ((look & bit) != 0) {
            all.append(all.length() == 0 ? "" : ";").append(parameter);
        }
    }
}
