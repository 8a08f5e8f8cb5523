package dev.belay.provider;

import java.util.Optional;

/** The address in {@code OLLAMA_HOST}, which comes in many forms: {@code host}, {@code :port}, a URL, {@code 0.0.0.0}. */
public final class OllamaHost {

    private static final int PORT = 11434;

    private OllamaHost() {}

    /** The base URL that the variable means. */
    public static String baseUrl(Optional<String> variable) {
        String value = variable.orElse("").strip();
        int colons = value.indexOf("://");
        String scheme = colons < 0 ? "http" : value.substring(0, colons);
        String rest = colons < 0 ? value : value.substring(colons + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash).replaceAll("/+$", "");
        return scheme + "://" + authority(authority, colons < 0 ? PORT : scheme.equals("https") ? 443 : 80) + path;
    }

    private static String authority(String text, int defaultPort) {
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', Math.max(bracket, 0));
        boolean bareIpv6 = bracket < 0 && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        String host = bareIpv6 ? "[" + text + "]" : colon < 0 ? text : text.substring(0, colon);
        String port = bareIpv6 || colon < 0 ? String.valueOf(defaultPort) : text.substring(colon + 1);
        return (host.isEmpty() || host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }
}
