package dev.belay.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Asks whether anybody listens at an address, without the cost of an HTTP client. */
public final class Reachable {

    private Reachable() {}

    /** @param url with a host and a port */
    public static boolean within(Duration limit, String url) {
        try {
            return Within.limit(limit, () -> connects(limit, url), () -> {});
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean connects(Duration limit, String url) throws IOException {
        String authority = URI.create(url).getRawAuthority();
        int colon = authority.lastIndexOf(':');
        String host = authority.substring(0, colon);
        int port = Integer.parseInt(authority.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) limit.toMillis());
            return true;
        }
    }
}
