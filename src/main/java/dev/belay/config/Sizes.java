package dev.belay.config;

import java.util.Locale;
import java.util.Optional;

/** Reads {@code 20MB}, {@code 500 KB}, {@code 1.5GiB}; a bare number is bytes. */
final class Sizes {

    private Sizes() {}

    /** The bytes; empty when it is no size. */
    static Optional<Long> read(String text) {
        double bytes = Amount.of(text, Sizes::unit);
        return bytes >= 1 && bytes <= Long.MAX_VALUE ? Optional.of((long) bytes) : Optional.empty();
    }

    private static double unit(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "", "B" -> 1;
            case "K", "KB" -> 1e3;
            case "M", "MB" -> 1e6;
            case "G", "GB" -> 1e9;
            case "KIB" -> 1 << 10;
            case "MIB" -> 1 << 20;
            case "GIB" -> 1 << 30;
            default -> Amount.NONE;
        };
    }
}
