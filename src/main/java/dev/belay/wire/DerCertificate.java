package dev.belay.wire;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A certificate of which only the subject is read: to read a hundred and forty of them whole would cost a start 50 ms, and
 * one is needed.
 *
 * @param bytes the whole certificate
 * @param subject the name it is for, as it is encoded
 */
record DerCertificate(byte[] bytes, ByteBuffer subject) {

    private static final int SEQUENCE = 0x30;
    private static final int VERSION = 0xA0;
    private static final int LONG_FORM = 0x80;

    /** Empty for what is no certificate. */
    static Optional<DerCertificate> of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            enter(in);
            enter(in);
            if ((in.get(in.position()) & 0xFF) == VERSION) {
                skip(in);
            }
            // Serial number, signature algorithm, issuer, validity.
            for (int i = 0; i < 4; i++) {
                skip(in);
            }
            int begin = in.position();
            skip(in);
            return Optional.of(new DerCertificate(bytes, ByteBuffer.wrap(bytes, begin, in.position() - begin)));
        } catch (RuntimeException noCertificate) {
            return Optional.empty();
        }
    }

    /** Steps to the first element of a sequence. */
    private static void enter(ByteBuffer in) {
        if (in.get() != SEQUENCE) {
            throw new IllegalArgumentException("no sequence");
        }
        length(in);
    }

    private static void skip(ByteBuffer in) {
        in.get();
        int length = length(in);
        in.position(in.position() + length);
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = first - LONG_FORM; i > 0; i--) {
            length = Math.addExact(Math.multiplyExact(length, 256), in.get() & 0xFF);
        }
        return length;
    }
}
