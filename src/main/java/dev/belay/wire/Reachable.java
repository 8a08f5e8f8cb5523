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
        URI uri = URI.create(url);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), (int) limit.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
