package dev.belay.chat;

/** How large something is, as people read it. */
public final class ByteSize {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    private static final long GIGA = 1_000_000_000;

    private ByteSize() {}

    /** {@code 1 byte}, {@code 512 bytes}, {@code 120 KB}, {@code 3.4 MB}, {@code 20 MB}, {@code 9.3 GB}. */
    public static String words(long bytes) {
        if (bytes < KILO) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (bytes < MEGA - KILO / 2) {
            return rounded(bytes, KILO) + " KB";
        }
        return bytes < GIGA - MEGA / 2 ? rounded(bytes, MEGA) + " MB" : rounded(bytes, GIGA) + " GB";
    }

    /** With a tenth where that says more. */
    private static String rounded(long bytes, long unit) {
        long tenths = (bytes + unit / 20) / (unit / 10);
        boolean small = tenths < 100 && tenths % 10 != 0;
        return small ? tenths / 10 + "." + tenths % 10 : Long.toString((bytes + unit / 2) / unit);
    }
}
