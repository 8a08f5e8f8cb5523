package dev.belay.view.markdown;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a link leads to. */
final class Target {

    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "ftp://");
    private static final int LONGEST = 2_000;

    /** And what looks like them. */
    private static final String SLASHES = "/\u2044\u2215\uFF0F";

    private static final String DOTS = ".\u3002\uFF0E\uFF61\u2024";

    private Target() {}

    /** As an escape sequence may hold it; null for one that had better be seen. */
    static @Nullable String of(String destination) {
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
        String begin =
                destination.substring(0, Math.min(10, destination.length())).toLowerCase(Locale.ROOT);
        for (String scheme : SCHEMES) {
            if (begin.startsWith(scheme)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text of a link is its address already. */
    static boolean isTold(String text, String destination) {
        return destination.equals(text)
                || destination.equals("mailto:" + text)
                || destination.equals("http://" + text)
                || destination.equals("https://" + text);
    }

    /** Whether a person would take it, or a word of it, for an address. */
    static boolean looksLikeOne(String text) {
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == ':' && at < text.length() && SLASHES.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
            if (Character.isLetterOrDigit(c) || DOTS.indexOf(c) >= 0 || c == '-' || c == '_') {
                word.appendCodePoint(DOTS.indexOf(c) >= 0 ? '.' : c);
            } else if (Character.getType(c) != Character.FORMAT) {
                if (isHost(word)) {
                    return true;
                }
                word.setLength(0);
            }
        }
        return isHost(word);
    }

    /** Ends with a dot and a name of two letters or more; a dot at the end belongs to the sentence. */
    private static boolean isHost(StringBuilder word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '.') {
            end--;
        }
        int dot = word.lastIndexOf(".", end - 1);
        if (dot < 1 || word.charAt(dot - 1) == '.' || end - dot <= 2) {
            return false;
        }
        for (int at = dot + 1; at < end; at++) {
            if (!Character.isLetter(word.charAt(at))
                    && !Character.isSurrogate(word.charAt(at))
                    && word.charAt(at) != '-') {
                return false;
            }
        }
        return true;
    }
}
