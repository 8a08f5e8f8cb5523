package dev.belay.view.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a link leads to. */
final class Target {

    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "ftp://");
    private static final int LONGEST = 2_000;

    private Target() {}

    /** As an escape sequence may hold it; null for one that had better be seen. */
    static String of(String destination) {
        if (destination.length() > LONGEST || !hasScheme(destination)) {
            return null;
        }
        StringBuilder safe = new StringBuilder();
        for (byte b : destination.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F) {
                safe.append((char) b);
            } else {
                safe.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
            }
        }
        return safe.toString();
    }

    private static boolean hasScheme(String destination) {
        String begin = destination.substring(0, Math.min(10, destination.length())).toLowerCase(Locale.ROOT);
        for (String scheme : SCHEMES) {
            if (begin.startsWith(scheme)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text of a link is its address already. */
    static boolean isTold(String text, String destination) {
        return destination.equals(text) || destination.equals("mailto:" + text) || destination.equals("http://" + text)
                || destination.equals("https://" + text);
    }

    /** Whether a person would take it for an address. */
    static boolean looksLikeOne(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.contains("://") || lower.startsWith("www.") || lower.matches("[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}(/\\S*)?");
    }
}
