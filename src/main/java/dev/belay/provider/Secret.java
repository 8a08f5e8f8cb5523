package dev.belay.provider;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** A key, kept out of every message, log and exception by having no text of its own. */
public final class Secret {
    static final String BLOT = "•••";

    /** What is shorter is no secret, but a word that a server wants and does not check. */
    private static final int SHORTEST_KEY = 6;

    private static final int SHORTEST_PART = 10;

    private final String value;

    public Secret(String value) {
        this.value = value.strip();
    }

    /** The key itself, for the request's header only. */
    String reveal() {
        return value;
    }

    /** The text with this key blotted out, should a server repeat it, whole or in part and however it writes it. */
    String hideIn(String text) {
        String hidden = text;
        for (String form : forms()) {
            hidden = form.length() < SHORTEST_KEY ? hidden : blot(form, hidden);
        }
        return hidden;
    }

    /** The key as it is, in an address, in hexadecimal, and in Base64 with whatever stands before it. */
    private Set<String> forms() {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(new BigInteger(1, bytes).toString(16));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            forms.add(inner(Base64.getEncoder().encodeToString(shifted)));
            forms.add(inner(Base64.getUrlEncoder().encodeToString(shifted)));
        }
        return forms;
    }

    /** Without what the neighbours would change. */
    private static String inner(String base64) {
        return base64.length() < 8 ? "" : base64.substring(4, base64.length() - 4);
    }

    /** Blots out every run that the form holds, too, and that is too long to be there by accident. */
    private static String blot(String form, String text) {
        int least = Math.min(form.length(), SHORTEST_PART);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = i + least;
            if (end > text.length() || !holds(form, text, i, end)) {
                out.append(text.charAt(i++));
                continue;
            }
            while (end < text.length() && holds(form, text, i, end + 1)) {
                end++;
            }
            out.append(BLOT);
            i = end;
        }
        return out.toString();
    }

    private static boolean holds(String form, String text, int begin, int end) {
        for (int at = 0; at + end - begin <= form.length(); at++) {
            if (form.regionMatches(at, text, begin, end - begin)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return BLOT;
    }
}
