package dev.belay.view;

/** Large numbers as a person reads them: 950, 1.2k, 84k, 3.4M. */
public final class Count {

    private static final long THOUSAND = 1000;
    private static final String UNITS = "kMGT";

    private Count() {}

    public static String text(long count) {
        if (count < THOUSAND) {
            return Long.toString(count);
        }
        double value = count;
        int unit = -1;
        while (unit + 1 < UNITS.length() && Math.round(value) >= THOUSAND) {
            value /= THOUSAND;
            unit++;
        }
        long tenths = Math.round(value * 10);
        return (tenths < 100 && tenths % 10 != 0 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(value)))
                + UNITS.charAt(unit);
    }
}
