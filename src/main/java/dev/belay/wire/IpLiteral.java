package dev.belay.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Tells addresses written in numbers from names, without asking a name server. */
final class IpLiteral {

    private IpLiteral() {}

    /** @param host without brackets */
    static Optional<InetAddress> of(String host) {
        boolean v6 = host.indexOf(':') >= 0;
        for (int i = 0; i < host.length() && !v6; i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return Optional.empty();
            }
        }
        try {
            return host.isEmpty() ? Optional.empty() : Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
