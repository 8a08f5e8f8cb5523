package dev.belay.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * JSON in which what could steer a terminal, or ends a line for some readers, is escaped, wherever it goes: it means the same
 * to a program, and may come to a screen by ways that nobody sees from here.
 */
public final class SafeJson {

    private SafeJson() {}

    /** @param charset of where it goes; what that cannot say is escaped as well */
    public static String escaped(String json, Charset charset) {
        // Such characters are in strings only.
        boolean hasAll = charset.equals(StandardCharsets.UTF_8);
        StringBuilder out = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean isFine = c < 0x7F || hasAll && !steers(c) && !isHalf(json, i);
            if (!isFine && out == null) {
                out = new StringBuilder(json.length() + 64).append(json, 0, i);
            }
            if (out != null && isFine) {
                out.append(c);
            } else if (out != null) {
                out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
            }
        }
        return out == null ? json : out.toString();
    }

    /** DEL and C1, line and paragraph separators, bidirectional embeddings, overrides and isolates. */
    private static boolean steers(char c) {
        return c >= 0x7F && c <= 0x9F || c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Half of a surrogate pair, which UTF-8 cannot say. */
    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
