package dev.belay.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers that the config adds to requests. Their values may be keys. */
final class Headers {

    private Headers() {}

    /** Null when one of them cannot be a header. */
    static @Nullable Map<String, String> read(Object value) {
        if (!(value instanceof Entries table)) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, Object> header : table.entrySet()) {
            String name = header.getKey();
            if (!isName(name) || !(header.getValue() instanceof String text) || !isPlain(text)) {
                return null;
            }
            headers.put(name, text.strip());
        }
        return headers;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7F || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is called so is a key or a password. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("tokens", "");
        return lower.contains("key")
                || lower.contains("token")
                || lower.contains("secret")
                || lower.contains("password")
                || lower.contains("cookie")
                || lower.contains("authorization")
                || lower.contains("credential");
    }
}
