package dev.belay.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a streamed answer as OpenAI's chat API sends it: one HTTP chunk per event, rendered before any clock runs. */
final class Answer {

    private static final String FINISH =
            "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"test-model\","
                    + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";

    static final byte[] HEAD =
            bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk(delta("{\"role\":\"assistant\",\"content\":\"\"}")));

    /** What one token of a long answer says. */
    static final String WORD = " word";

    static final byte[] TOKEN = token(WORD);

    static final byte[] END = bytes(chunk(FINISH) + chunk("[DONE]") + "0\r\n\r\n");

    private static final int BLOCK = 1000;
    private static final byte[] THOUSAND = repeated(TOKEN, BLOCK);

    private Answer() {}

    static byte[] token(String text) {
        return bytes(chunk(delta("{\"content\":\"" + text + "\"}")));
    }

    private static String delta(String piece) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"test-model\","
                + "\"choices\":[{\"index\":0,\"delta\":" + piece + ",\"finish_reason\":null}]}";
    }

    /** A whole short answer for servers that frame it themselves. */
    static String events(int tokens) {
        return event(delta("{\"role\":\"assistant\",\"content\":\"\"}"))
                + event(delta("{\"content\":\"" + WORD + "\"}")).repeat(tokens)
                + event(FINISH)
                + event("[DONE]");
    }

    /** A whole short answer in one piece. */
    static byte[] whole(int tokens) {
        byte[] middle = repeated(TOKEN, tokens);
        byte[] all = new byte[HEAD.length + middle.length + END.length];
        System.arraycopy(HEAD, 0, all, 0, HEAD.length);
        System.arraycopy(middle, 0, all, HEAD.length, middle.length);
        System.arraycopy(END, 0, all, HEAD.length + middle.length, END.length);
        return all;
    }

    /** All but the end, a thousand tokens in one write: the server is not what is measured. */
    static void flood(OutputStream out, int tokens) throws IOException {
        out.write(HEAD);
        for (int i = 0; i < tokens / BLOCK; i++) {
            out.write(THOUSAND);
        }
        out.write(repeated(TOKEN, tokens % BLOCK));
    }

    /** Tokens without end, as fast as the client takes them, until it has left. */
    static void flood(OutputStream out) throws IOException {
        out.write(HEAD);
        while (true) {
            out.write(THOUSAND);
        }
    }

    /** All but the end, each token in a write of its own. */
    static void trickle(OutputStream out, int tokens) throws IOException {
        out.write(HEAD);
        for (int i = 0; i < tokens; i++) {
            out.write(TOKEN);
        }
    }

    private static byte[] repeated(byte[] piece, int times) {
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return all;
    }

    private static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static String chunk(String data) {
        String event = event(data);
        return Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
