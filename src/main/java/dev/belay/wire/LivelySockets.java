package dev.belay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/** Sockets that notice a dead network by TCP keep-alive, in about 25 s of silence instead of never. */
final class LivelySockets extends SocketFactory {

    /** All that may be open, of the whole program. */
    private static final Set<Socket> OPEN = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Supplier<Socket> maker;

    private LivelySockets(Supplier<Socket> maker) {
        this.maker = maker;
    }

    static LivelySockets straight() {
        return new LivelySockets(Socket::new);
    }

    static LivelySockets through(ProxyServer socks) {
        return new LivelySockets(() -> new SocksSocket(socks));
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = maker.get();
        OPEN.add(socket);
        socket.setTcpNoDelay(true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        probe(socket);
        return socket;
    }

    /** Closes them all, as the end of the program would. */
    static void closeAll() {
        for (Socket socket : OPEN.toArray(new Socket[0])) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is closed all the same.
            }
        }
    }

    /** Ten seconds of silence, then three probes five seconds apart, where the system allows it. */
    private static void probe(Socket socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 10);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 5);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connected();
    }

    /** OkHttp connects its sockets itself, so that a connect can be cancelled. */
    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("only unconnected sockets");
    }
}
