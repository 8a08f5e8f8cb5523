package dev.belay.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Secures sockets that are connected already, and does not wait for ever for a server that is silent in the handshake. */
final class TlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory java;
    private final int millis;

    TlsSockets(SSLSocketFactory java, Duration handshake) {
        this.java = java;
        this.millis = (int) handshake.toMillis();
    }

    /** The limit is for the handshake alone: when that is done, OkHttp sets its own. */
    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        socket.setSoTimeout(millis);
        return java.createSocket(socket, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return java.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return java.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("only connected sockets");
    }
}
