package dev.belay.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy of the tests' own, to which every name is this machine. Threads of its own serve; any thread may look. */
final class TestSocks implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String login;
    private volatile int refusal;

    TestSocks() throws IOException {
        TestHttpProxy.background(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on it wants this {@code USER:PASSWORD}. */
    TestSocks wanting(String userAndPassword) {
        login = userAndPassword;
        return this;
    }

    /** From now on it answers every request with this number. */
    TestSocks refusing(int number) {
        refusal = number;
        return this;
    }

    /** The places to which connections were asked for, as they were asked for. */
    List<String> asked() {
        return asked;
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = listener.accept();
            open.add(client);
            TestHttpProxy.background(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        if (greeted(in, out)) {
            in.readFully(new byte[3]);
            String place = place(in);
            int port = in.readUnsignedShort();
            asked.add(place + ":" + port);
            out.write(new byte[] {5, (byte) refusal, 0, 1, 0, 0, 0, 0, 0, 0});
            if (refusal == 0) {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(server);
                TestHttpProxy.background(() -> in.transferTo(server.getOutputStream()));
                server.getInputStream().transferTo(out);
            }
        }
        client.close();
    }

    private boolean greeted(DataInputStream in, OutputStream out) throws IOException {
        in.readUnsignedByte();
        String ways = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.ISO_8859_1);
        int way = login == null ? 0 : 2;
        if (ways.indexOf(way) < 0) {
            out.write(new byte[] {5, (byte) 0xFF});
            return false;
        }
        out.write(new byte[] {5, (byte) way});
        if (way == 0) {
            return true;
        }
        in.readUnsignedByte();
        String user = text(in);
        boolean known = (user + ":" + text(in)).equals(login);
        out.write(new byte[] {1, (byte) (known ? 0 : 1)});
        return known;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static String place(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return kind == 3
                ? text(in)
                : InetAddress.getByAddress(in.readNBytes(kind == 1 ? 4 : 16)).getHostAddress();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
