package dev.belay.wire;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/** Reads lists of servers that are reached straight, in the forms of curl, and ranges of addresses besides. */
final class NoProxy {

    private NoProxy() {}

    static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || IpLiteral.of(host)
                        .filter(ip -> ip.isLoopbackAddress() || ip.isAnyLocalAddress())
                        .isPresent();
    }

    /**
     * Whether the list names this server.
     *
     * @param list names, their endings, addresses, ranges such as {@code 10.0.0.0/8}, or {@code *}; each may end with a port
     * @param host as it is in an address, an IPv6 one without brackets
     */
    static boolean covers(String list, String host, int port) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        for (String entry : list.split("[,\\s]+")) {
            if (!entry.isEmpty() && matches(entry.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        if (hasPort) {
            return entry.substring(colon + 1).equals(Integer.toString(port))
                    && matches(entry.substring(0, colon), host, port);
        }
        String place = entry.startsWith("[") && entry.endsWith("]") ? entry.substring(1, entry.length() - 1) : entry;
        Optional<InetAddress> ip = IpLiteral.of(host);
        return ip.isPresent() ? isIn(place, ip.get()) : isNamed(place, host);
    }

    private static boolean isNamed(String entry, String host) {
        String unstarred = entry.startsWith("*.") ? entry.substring(1) : entry;
        String suffix = unstarred.startsWith(".") ? unstarred.substring(1) : unstarred;
        return !suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix));
    }

    private static boolean isIn(String range, InetAddress ip) {
        int slash = range.indexOf('/');
        Optional<InetAddress> begin = IpLiteral.of(slash < 0 ? range : range.substring(0, slash));
        if (begin.isEmpty()) {
            return false;
        }
        byte[] wanted = begin.get().getAddress();
        byte[] given = ip.getAddress();
        int bits = slash < 0 ? 8 * wanted.length : number(range.substring(slash + 1));
        return wanted.length == given.length && bits >= 0 && bits <= 8 * wanted.length && sameBits(wanted, given, bits);
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            if (((one[i / 8] ^ other[i / 8]) >> (7 - i % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
