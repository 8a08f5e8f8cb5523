package dev.belay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Model servers on this machine that a training run asks: in the clear, encrypted, and over HTTP/2. */
final class TrainingServers {

    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final char[] PASSWORD = "training".toCharArray();
    private static final String CHUNK = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n";
    private static final String END = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":100}}\n\ndata: [DONE]\n\n";

    private TrainingServers() {}

    /** A server in the clear; returns its base URL. */
    static String plain() throws IOException {
        return "http" + started(HttpServer.create(ANYWHERE, 0));
    }

    /** An encrypted one. */
    static String secure(Path keys) throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(ANYWHERE, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        return "https" + started(server);
    }

    private static String started(HttpServer server) {
        server.createContext("/v1/chat/completions", TrainingServers::answer);
        server.start();
        return "://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                body.write(CHUNK.getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
            body.write(END.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** One over HTTP/2, of which it knows just enough to answer once. */
    static String http2(Path keys) throws IOException, GeneralSecurityException {
        SSLServerSocket listener = (SSLServerSocket) context(keys)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listener.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        listener.setSSLParameters(parameters);
        Thread server = new Thread(() -> new Http2(listener).serve());
        server.setDaemon(true);
        server.start();
        return "https://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    /** The frames of one HTTP/2 connection (RFC 9113). */
    private record Http2(SSLServerSocket listener) {

        private static final int PREFACE = 24;
        private static final int DATA = 0;
        private static final int HEADERS = 1;
        private static final int SETTINGS = 4;
        private static final int END_STREAM = 1;
        private static final int ACK = 1;
        private static final int END_HEADERS = 4;

        /** Status 200, and the content type, by their numbers in the static table (RFC 7541). */
        private static final byte[] HEAD = {(byte) 0x88, 0x5f, 17};

        void serve() {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                in.readFully(new byte[PREFACE]);
                frame(out, SETTINGS, 0, 0, new byte[0]);
                while (true) {
                    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
                    int type = in.readUnsignedByte();
                    int flags = in.readUnsignedByte();
                    int stream = in.readInt();
                    in.readFully(new byte[length]);
                    if (type == SETTINGS && flags != ACK) {
                        frame(out, SETTINGS, ACK, 0, new byte[0]);
                    } else if (type == DATA && (flags & END_STREAM) != 0) {
                        answer(out, stream);
                    }
                }
            } catch (IOException left) {
                // The program has what it wanted.
            }
        }

        private static void answer(DataOutputStream out, int stream) throws IOException {
            byte[] type = "text/event-stream".getBytes(StandardCharsets.US_ASCII);
            byte[] head = new byte[HEAD.length + type.length];
            System.arraycopy(HEAD, 0, head, 0, HEAD.length);
            System.arraycopy(type, 0, head, HEAD.length, type.length);
            frame(out, HEADERS, END_HEADERS, stream, head);
            for (int i = 0; i < 100; i++) {
                frame(out, DATA, 0, stream, CHUNK.getBytes(StandardCharsets.UTF_8));
            }
            frame(out, DATA, END_STREAM, stream, END.getBytes(StandardCharsets.UTF_8));
        }

        private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
            out.writeShort(payload.length >> 8);
            out.write(payload.length);
            out.write(type);
            out.write(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
        }
    }
}
