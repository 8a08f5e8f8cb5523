package dev.belay.config;

/** A number with its unit. */
final class Amount {

    /** What is no amount, and the factor of what is no unit. */
    static final double NONE = Double.NaN;

    private Amount() {}

    /** The factor that a unit stands for. */
    interface Unit {
        double factor(String name);
    }

    static double of(String text, Unit unit) {
        int digits = 0;
        while (digits < text.length() && (isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
            digits++;
        }
        try {
            return Double.parseDouble(text.substring(0, digits)) * unit.factor(text.substring(digits));
        } catch (NumberFormatException noNumber) {
            return NONE;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
