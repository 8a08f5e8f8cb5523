package dev.belay.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks addresses that a person gave. */
public final class BaseUrl {

    private static final int LAST_PORT = 65_535;

    /** Names with an underscore are no hosts to java.net.URI, but they are to container tools. */
    private static final String AUTHORITY = "(\\[[0-9A-Fa-f:.%]+\\]|[^:@\\[\\]]+)(:\\d{1,6})?|.*@.*";

    private BaseUrl() {}

    /**
     * The address without blanks around it.
     *
     * @throws BadUrl when it is none, or holds a password, a query or a fragment: it is shown and saved
     */
    public static String checked(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = String.valueOf(uri.getScheme());
            String authority = uri.getRawAuthority();
            boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            if (http && authority != null && authority.matches(AUTHORITY) && port(authority) <= LAST_PORT) {
                return plain(uri, url.strip());
            }
        } catch (URISyntaxException broken) {
            // Said below, in the same words.
        }
        throw new BadUrl(url);
    }

    private static int port(String authority) {
        int colon = authority.lastIndexOf(':');
        String digits = authority.substring(colon + 1);
        return colon < 0 || !digits.matches("\\d{1,6}") ? 0 : Integer.parseInt(digits);
    }

    private static String plain(URI uri, String url) {
        if (uri.getRawAuthority().contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new BadUrl();
        }
        return url;
    }

    public static String host(String url) {
        String authority = URI.create(url).getRawAuthority().toLowerCase(Locale.ROOT);
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}
