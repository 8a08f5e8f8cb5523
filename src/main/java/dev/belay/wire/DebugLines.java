package dev.belay.wire;

import okhttp3.Handshake;
import okhttp3.Response;

/** Puts requests and answers in a line each, for {@code --debug}. Never headers: they hold keys. */
final class DebugLines {

    /** A run of so many characters without a blank between them is a file and no text. */
    private static final int LONGEST_RUN = 256;

    private static final int SHOWN = 32;

    private DebugLines() {}

    /** The head of an answer, and how it came. */
    static String by(Response response) {
        Handshake handshake = response.handshake();
        return "HTTP " + response.code() + " over " + response.protocol()
                + (handshake == null ? "" : ", " + handshake.tlsVersion().javaName());
    }

    /** A body of JSON, with files in it cut short. */
    static String shortened(String json) {
        StringBuilder text = new StringBuilder();
        int begin = 0;
        for (int at = 0; at <= json.length(); at++) {
            if (at < json.length() && isBase64(json.charAt(at))) {
                continue;
            }
            int length = at - begin;
            if (length > LONGEST_RUN) {
                text.append(json, begin, begin + SHOWN)
                        .append("… (")
                        .append(length - SHOWN)
                        .append(" more)");
            } else {
                text.append(json, begin, at);
            }
            if (at < json.length()) {
                text.append(json.charAt(at));
            }
            begin = at + 1;
        }
        return text.toString();
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+/=-_".indexOf(c) >= 0;
    }
}
