package dev.belay.export.html;

import java.util.List;
import java.util.Locale;

/** Where a link may lead: to the web, or to a mailbox. Anything else could be a file of the reader's, or do something. */
final class Address {

    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

    private static final int LONGEST = 4_000;

    private Address() {}

    static boolean isHarmless(String destination) {
        String begin =
                destination.substring(0, Math.min(10, destination.length())).toLowerCase(Locale.ROOT);
        return destination.length() <= LONGEST && SCHEMES.stream().anyMatch(begin::startsWith);
    }
}
