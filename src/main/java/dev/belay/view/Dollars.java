package dev.belay.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as a person reads them. */
public final class Dollars {

    private static final int FINE = 4;
    private static final int COARSE = 2;
    private static final double LEAST = 0.0001;

    private Dollars() {}

    /** What something cost: a hundredth of a cent is the least that is told. */
    public static String text(double dollars) {
        if (dollars > 0 && dollars < LEAST) {
            return "<$0.0001";
        }
        int digits = dollars == 0 ? 0 : dollars < 1 ? FINE : COARSE;
        return "$" + BigDecimal.valueOf(dollars).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** A price as it is listed: exact, with at least two digits after the point. */
    public static String exact(double dollars) {
        BigDecimal price = BigDecimal.valueOf(dollars).stripTrailingZeros();
        return "$" + price.setScale(Math.max(COARSE, price.scale())).toPlainString();
    }
}
