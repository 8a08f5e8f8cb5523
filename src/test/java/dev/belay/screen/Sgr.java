package dev.belay.screen;

import dev.belay.screen.Look.Attribute;

/** Reads the numbers of a style sequence, {@code ESC [ 1 ; 38 ; 5 ; 208 m}. */
final class Sgr {
    private final String[] parts;
    private Look look;
    private int at;

    private Sgr(String numbers, Look look) {
        parts = numbers.split(";", -1);
        this.look = look;
    }

    static Look apply(String numbers, Look look) {
        Sgr sgr = new Sgr(numbers, look);
        while (sgr.at < sgr.parts.length) {
            sgr.one(sgr.parts[sgr.at++]);
        }
        return sgr.look;
    }

    private void one(String part) {
        String[] fields = part.split(":", -1);
        int code = Csi.number(fields[0]);
        switch (code) {
            case 0 -> look = Look.PLAIN.link(look.link());
            case 1 -> look = look.with(Attribute.BOLD);
            case 2 -> look = look.with(Attribute.DIM);
            case 3 -> look = look.with(Attribute.ITALIC);
            case 4 ->
                look = fields.length > 1 && Csi.number(fields[1]) == 0
                        ? look.without(Attribute.UNDERLINE)
                        : look.with(Attribute.UNDERLINE);
            case 5, 6 -> look = look.with(Attribute.BLINK);
            case 7 -> look = look.with(Attribute.INVERSE);
            case 8 -> look = look.with(Attribute.HIDDEN);
            case 9 -> look = look.with(Attribute.STRIKE);
            case 21 -> look = look.with(Attribute.UNDERLINE);
            case 22 -> look = look.without(Attribute.BOLD, Attribute.DIM);
            case 23 -> look = look.without(Attribute.ITALIC);
            case 24 -> look = look.without(Attribute.UNDERLINE);
            case 25 -> look = look.without(Attribute.BLINK);
            case 27 -> look = look.without(Attribute.INVERSE);
            case 28 -> look = look.without(Attribute.HIDDEN);
            case 29 -> look = look.without(Attribute.STRIKE);
            case 38 -> look = look.fore(extended(fields));
            case 39 -> look = look.fore(Colour.DEFAULT);
            case 48 -> look = look.back(extended(fields));
            case 49 -> look = look.back(Colour.DEFAULT);
            default -> sixteen(code);
        }
    }

    private void sixteen(int code) {
        if (code >= 30 && code <= 37) {
            look = look.fore(Colour.indexed(code - 30));
        } else if (code >= 40 && code <= 47) {
            look = look.back(Colour.indexed(code - 40));
        } else if (code >= 90 && code <= 97) {
            look = look.fore(Colour.indexed(code - 90 + 8));
        } else if (code >= 100 && code <= 107) {
            look = look.back(Colour.indexed(code - 100 + 8));
        }
    }

    /** {@code 5;n} or {@code 2;r;g;b}, or the same with colons and perhaps a colour space. */
    private Colour extended(String[] fields) {
        if (fields.length > 1) {
            int n = fields.length;
            return Csi.number(fields[1]) == 5
                    ? Colour.indexed(Csi.number(fields[2]))
                    : Colour.rgb(Csi.number(fields[n - 3]), Csi.number(fields[n - 2]), Csi.number(fields[n - 1]));
        }
        int kind = next();
        if (kind == 5) {
            return Colour.indexed(next());
        }
        return kind == 2 ? Colour.rgb(next(), next(), next()) : Colour.DEFAULT;
    }

    private int next() {
        return at < parts.length ? Csi.number(parts[at++]) : 0;
    }
}
