package dev.belay.wire;

import dev.belay.chat.ProblemException;
import dev.belay.wire.ProxyServer.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the address of a proxy: {@code [SCHEME://][USER[:PASSWORD]@]HOST[:PORT]}. What is wrong with one is said without
 * repeating any of it: a password with a stray character in it can end up anywhere.
 */
final class ProxyAddress {

    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_LOGIN = 255;
    private static final String FORM = "write http://HOST:PORT or socks5://HOST:PORT; a login goes before the host as"
            + " USER:PASSWORD@, its special characters percent-encoded (%40 for @)";

    private final ProxySetting setting;

    private ProxyAddress(ProxySetting setting) {
        this.setting = setting;
    }

    /** @throws ProblemException when it is none, or of a kind that is not spoken */
    static ProxyServer read(ProxySetting setting) {
        return new ProxyAddress(setting).read();
    }

    private ProxyServer read() {
        String text = setting.text().strip();
        int colon = text.indexOf("://");
        Kind kind = kind(colon < 0 ? "http" : text.substring(0, colon).toLowerCase(Locale.ROOT));
        String rest = colon < 0 ? text : text.substring(colon + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        if (slash >= 0 && slash < rest.length() - 1) {
            throw wrong();
        }
        int at = authority.lastIndexOf('@');
        String place = authority.substring(at + 1);
        int last = place.endsWith("]") ? -1 : place.lastIndexOf(':');
        String host = last < 0 ? place : place.substring(0, last);
        int port = last < 0 ? defaultPort(kind) : port(place.substring(last + 1));
        return new ProxyServer(kind, host(host), port, login(at < 0 ? "" : authority.substring(0, at)), setting.name());
    }

    private Kind kind(String scheme) {
        return switch (scheme) {
            case "http" -> Kind.HTTP;
            case "socks5" -> Kind.SOCKS;
            case "socks", "socks5h" -> Kind.SOCKS_WITH_NAMES;
            case "https" ->
                throw ProblemException.configuration(
                        setting.name() + ": belay cannot talk to a proxy itself over https",
                        "write http://HOST:PORT if it has such a port: what goes through it to https servers is encrypted all the same");
            case "socks4", "socks4a" ->
                throw ProblemException.configuration(
                        setting.name() + ": belay speaks SOCKS 5 only", "write socks5://HOST:PORT");
            default -> throw wrong();
        };
    }

    private static int defaultPort(Kind kind) {
        return kind == Kind.HTTP ? HTTP_PORT : SOCKS_PORT;
    }

    private int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong();
        }
        int port = Integer.parseInt(digits);
        if (port == 0 || port > LAST_PORT) {
            throw wrong();
        }
        return port;
    }

    private String host(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            String address = host.substring(1, host.length() - 1);
            return IpLiteral.of(address).map(literal -> address).orElseThrow(this::wrong);
        }
        if (host.isEmpty() || !host.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0)) {
            throw wrong();
        }
        return host;
    }

    private Optional<ProxyLogin> login(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        ProxyLogin login = new ProxyLogin(
                decoded(colon < 0 ? text : text.substring(0, colon)),
                colon < 0 ? "" : decoded(text.substring(colon + 1)));
        if (login.userBytes().length > LONGEST_LOGIN || login.passwordBytes().length > LONGEST_LOGIN) {
            throw wrong();
        }
        return Optional.of(login);
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw wrong();
        }
    }

    private ProblemException wrong() {
        return ProblemException.configuration(setting.name() + " holds no address of a proxy", FORM);
    }
}
