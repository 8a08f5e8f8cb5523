package dev.belay.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it arrives, of known length; lives on its connection's thread. */
final class Request {

    private static final Pattern HEAD = Pattern.compile("(?is).*\\r\\ncontent-length: *(\\d+).*?\\r\\n\\r\\n");

    private byte[] bytes = new byte[1 << 16];
    private int filled;
    private int head;
    private int length;

    /** One read, which blocks; -1 when the client has left. */
    int read(Socket socket) throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        int n = socket.getInputStream().read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, n);
        return n;
    }

    boolean isWhole() {
        if (head == 0) {
            Matcher found = HEAD.matcher(new String(bytes, 0, filled, StandardCharsets.ISO_8859_1));
            if (!found.lookingAt()) {
                return false;
            }
            head = found.end();
            length = Integer.parseInt(found.group(1));
        }
        return filled >= head + length;
    }

    String body() {
        return new String(bytes, head, length, StandardCharsets.UTF_8);
    }
}
