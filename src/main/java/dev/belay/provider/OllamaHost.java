package dev.belay.provider;

import java.util.Locale;
import java.util.Optional;

/**
 * The address in {@code OLLAMA_HOST}, which comes in many forms: {@code host}, {@code host:port}, {@code :port}, a URL, IPv6
 * with and without brackets, and the addresses that a server listens at but nobody can ask.
 */
public final class OllamaHost {

    private static final String CLOUD = "ollama.com";
    private static final int PORT = 11434;

    private OllamaHost() {}

    /** The base URL that the variable means. */
    public static String baseUrl(Optional<String> variable) {
        String value = unquoted(variable.orElse("").strip());
        int colons = value.indexOf("://");
        String rest = colons < 0 ? value : value.substring(colons + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash).replaceAll("/+$", "");
        boolean cloud = colons < 0 && authority.equalsIgnoreCase(CLOUD);
        String scheme = cloud
                ? "https"
                : colons < 0 ? "http" : value.substring(0, colons).toLowerCase(Locale.ROOT);
        int port = scheme.equals("https") ? 443 : colons < 0 ? PORT : 80;
        return scheme + "://" + authority(authority, port) + path;
    }

    /** Files that set variables often keep the quotes. */
    private static String unquoted(String value) {
        return value.replaceAll("^[\"']+|[\"']+$", "").strip();
    }

    private static String authority(String text, int defaultPort) {
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', Math.max(bracket, 0));
        boolean bareIpv6 = bracket < 0 && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        String host = bareIpv6 ? "[" + text + "]" : colon < 0 ? text : text.substring(0, colon);
        String port = bareIpv6 || colon < 0 ? "" : text.substring(colon + 1);
        return askable(host) + ":" + (port.isEmpty() ? String.valueOf(defaultPort) : port);
    }

    /** Where a server listens on all addresses it is asked at the one of this machine. */
    private static String askable(String host) {
        return switch (host) {
            case "", "0.0.0.0" -> "127.0.0.1";
            case "[::]", "[0:0:0:0:0:0:0:0]" -> "[::1]";
            default -> host;
        };
    }
}
