package dev.belay.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the blocks of a PEM file; what lies between them is passed over. */
final class Pem {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private Pem() {}

    /**
     * One block.
     *
     * @param label such as {@code CERTIFICATE}
     * @param bytes what it holds; empty when that is not base64
     */
    record Block(String label, byte[] bytes) {

        boolean is(String wanted) {
            return label.equals(wanted);
        }
    }

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int body = text.indexOf(DASHES, begin + BEGIN.length());
            int end = body < 0 ? -1 : text.indexOf(END, body);
            if (end < 0) {
                return blocks;
            }
            String label = text.substring(begin + BEGIN.length(), body);
            blocks.add(new Block(label, decoded(text.substring(body + DASHES.length(), end))));
            begin = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException garbled) {
            return new byte[0];
        }
    }
}
