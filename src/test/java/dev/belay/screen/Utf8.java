package dev.belay.screen;

import java.util.function.IntConsumer;

/** Bytes in any portions to code points; what is no UTF-8 becomes U+FFFD. One thread. */
final class Utf8 {
    private static final int REPLACEMENT = 0xFFFD;

    private final IntConsumer out;
    private int value;
    private int missing;

    Utf8(IntConsumer out) {
        this.out = out;
    }

    void feed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            feed(bytes[i] & 0xFF);
        }
    }

    private void feed(int b) {
        if (missing > 0 && (b & 0xC0) == 0x80) {
            value = value << 6 | b & 0x3F;
            if (--missing == 0) {
                out.accept(value);
            }
            return;
        }
        if (missing > 0) {
            missing = 0;
            out.accept(REPLACEMENT);
        }
        begin(b);
    }

    private void begin(int b) {
        if (b < 0x80) {
            out.accept(b);
        } else if (b >= 0xC2 && b < 0xE0) {
            expect(b & 0x1F, 1);
        } else if (b >= 0xE0 && b < 0xF0) {
            expect(b & 0x0F, 2);
        } else if (b >= 0xF0 && b < 0xF5) {
            expect(b & 0x07, 3);
        } else {
            out.accept(REPLACEMENT);
        }
    }

    private void expect(int bits, int more) {
        value = bits;
        missing = more;
    }
}
