package dev.belay.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server that speaks HTTP/2 frame by frame, as the test tells it; one connection after another. */
public final class Http2Server implements AutoCloseable {

    private final SSLServerSocket listener;

    public Http2Server(SSLContext context) throws IOException {
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        listener.setSSLParameters(parameters);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public Connection accept() throws IOException {
        return new Connection((SSLSocket) listener.accept());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** A frame that came; of the end of a connection its type is {@link #LEFT}. */
    public record Frame(int type, int flags, int stream, byte[] payload) {
        static final int DATA = 0;
        static final int HEADERS = 1;
        static final int RST_STREAM = 3;
        static final int SETTINGS = 4;
        static final int LEFT = -1;

        boolean endsStream() {
            return type <= HEADERS && (flags & 1) != 0;
        }

        /** The error code of a RST_STREAM. */
        int code() {
            return payload[3];
        }
    }

    /** The server's end of a connection. A thread of its own reads; the test writes. */
    public static final class Connection implements AutoCloseable {
        private static final int PREFACE = 24;
        private static final int END_STREAM = 1;
        private static final int END_HEADERS = 4;

        /** Status 200, and the content type, by their numbers in the static table. */
        private static final byte[] HEAD = {(byte) 0x88, 0x5f, 17};

        private final SSLSocket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

        private Connection(SSLSocket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.out = new DataOutputStream(socket.getOutputStream());
            in.readFully(new byte[PREFACE]);
            write(Frame.SETTINGS, 0, 0, new byte[0]);
            Thread reader = new Thread(this::read, "http2 server");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try {
                while (true) {
                    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
                    Frame frame =
                            new Frame(in.readUnsignedByte(), in.readUnsignedByte(), in.readInt(), new byte[length]);
                    in.readFully(frame.payload());
                    if (frame.type() == Frame.SETTINGS && frame.flags() == 0) {
                        write(Frame.SETTINGS, 1, 0, new byte[0]);
                    }
                    frames.add(frame);
                }
            } catch (IOException left) {
                frames.add(new Frame(Frame.LEFT, 0, 0, new byte[0]));
            }
        }

        /** Waits for a whole request; the number of its stream. Resets before it belong to streams given up. */
        public int request() throws InterruptedException {
            Frame frame = next();
            while (!frame.endsStream()) {
                expectHere(frame);
                frame = next();
            }
            return frame.stream();
        }

        /** Waits until the client gives up a stream. */
        public Frame reset() throws InterruptedException {
            Frame frame = next();
            while (frame.type() != Frame.RST_STREAM) {
                expectHere(frame);
                frame = next();
            }
            return frame;
        }

        private static void expectHere(Frame frame) {
            if (frame.type() == Frame.LEFT) {
                throw new AssertionError("the client left");
            }
        }

        private Frame next() throws InterruptedException {
            Frame frame = frames.poll(30, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("nothing came");
            }
            return frame;
        }

        /** Says good-bye, and waits until the client has left as well. */
        void leave() throws IOException, InterruptedException {
            socket.shutdownOutput();
            Frame frame = next();
            while (frame.type() != Frame.LEFT) {
                frame = next();
            }
        }

        /** Whether nothing else came that has to do with a stream. */
        boolean hasNoReset() {
            return frames.stream().noneMatch(frame -> frame.type() == Frame.RST_STREAM);
        }

        public Connection head(int stream) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.writeBytes(HEAD);
            head.writeBytes("text/event-stream".getBytes(StandardCharsets.US_ASCII));
            return write(Frame.HEADERS, END_HEADERS, stream, head.toByteArray());
        }

        public Connection data(int stream, String text) throws IOException {
            return write(Frame.DATA, 0, stream, text.getBytes(StandardCharsets.UTF_8));
        }

        public Connection end(int stream) throws IOException {
            return write(Frame.DATA, END_STREAM, stream, new byte[0]);
        }

        /** A whole answer to the next request. */
        int answer() throws IOException, InterruptedException {
            int stream = request();
            head(stream).data(stream, Words.HELLO).data(stream, Words.DONE).end(stream);
            return stream;
        }

        private synchronized Connection write(int type, int flags, int stream, byte[] payload) throws IOException {
            out.writeShort(payload.length >> 8);
            out.write(payload.length);
            out.write(type);
            out.write(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
