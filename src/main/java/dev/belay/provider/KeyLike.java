package dev.belay.provider;

import java.util.regex.Pattern;

/** Whatever looks like a key, whoever's it is: a gateway may repeat one of its own. */
final class KeyLike {

    /** In an address: a parameter whose name says so, and a password. */
    private static final Pattern IN_QUERY =
            Pattern.compile("(?i)([?&](?:[\\w-]*(?:key|token)|sig|signature|secret|password)=)[^&\\s\"'<>)]+");

    private static final Pattern IN_USER = Pattern.compile("(://)[^/@\\s]+@");

    /** In a header: any word after its name that is more than a word. */
    private static final Pattern IN_HEADER = Pattern.compile(
            "(?i)\\b(bearer\\s+|(?:x-)?(?:goog-)?api-key[\"']?\\s*[:=]\\s*[\"']?)(?=\\S*\\d|\\S{20})[\\w.~+/=-]{6,}");

    /** By its beginning, as the great services give keys out. */
    private static final Pattern BY_PREFIX =
            Pattern.compile("\\b(?:(?:sk|pk|gsk|xai|hf|ghp|nvapi|pplx|csk)[-_][\\w-]{16,}|AIza[\\w-]{30,})");

    private KeyLike() {}

    static String hideIn(String text) {
        String hidden = IN_QUERY.matcher(text).replaceAll("$1" + Secret.BLOT);
        hidden = IN_USER.matcher(hidden).replaceAll("$1" + Secret.BLOT + "@");
        hidden = IN_HEADER.matcher(hidden).replaceAll("$1" + Secret.BLOT);
        return BY_PREFIX.matcher(hidden).replaceAll(Secret.BLOT);
    }
}
