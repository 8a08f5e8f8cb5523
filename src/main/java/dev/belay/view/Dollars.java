package dev.belay.view;

import java.math.BigDecimal;

/** Amounts of money as a person reads them. */
public final class Dollars {

    private static final int CENT_DIGITS = 2;
    private static final double LEAST = 0.0001;

    private Dollars() {}

    /** What something cost, down to a hundredth of a cent. Quick, for it is shown in the moment of a stop. */
    public static String text(double dollars) {
        if (dollars == 0) {
            return "$0";
        }
        if (dollars < LEAST) {
            return "<$0.0001";
        }
        return dollars < 1 ? rounded(dollars, 10_000) : rounded(dollars, 100);
    }

    private static String rounded(double dollars, int parts) {
        long all = Math.round(dollars * parts);
        return "$" + all / parts + "." + Long.toString(parts + all % parts).substring(1);
    }

    /** A price as it is listed: exact, with at least two digits after the point. */
    public static String exact(double dollars) {
        BigDecimal price = BigDecimal.valueOf(dollars).stripTrailingZeros();
        return "$" + price.setScale(Math.max(CENT_DIGITS, price.scale())).toPlainString();
    }
}
