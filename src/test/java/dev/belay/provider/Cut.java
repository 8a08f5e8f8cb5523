package dev.belay.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How a body is cut before it is replayed: networks cut anywhere. */
enum Cut {
    WHOLE {
        @Override
        List<List<byte[]>> of(byte[] body) {
            return List.of(List.of(body));
        }
    },
    BYTE_BY_BYTE {
        @Override
        List<List<byte[]>> of(byte[] body) {
            List<byte[]> bytes = new ArrayList<>(body.length);
            for (byte one : body) {
                bytes.add(new byte[] {one});
            }
            return List.of(bytes);
        }
    },
    /** At 200 places, and at 200 others, and at others again. */
    AT_RANDOM {
        @Override
        List<List<byte[]>> of(byte[] body) {
            List<List<byte[]>> all = new ArrayList<>();
            for (int seed = 1; seed <= 3; seed++) {
                all.add(at(
                        new Random(seed)
                                .ints(200, 0, body.length + 1)
                                .sorted()
                                .distinct()
                                .toArray(),
                        body));
            }
            return all;
        }
    };

    /** The body in pieces, in each way of cutting it. */
    abstract List<List<byte[]>> of(byte[] body);

    private static List<byte[]> at(int[] places, byte[] body) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int to : places) {
            pieces.add(Arrays.copyOfRange(body, from, to));
            from = to;
        }
        pieces.add(Arrays.copyOfRange(body, from, body.length));
        pieces.removeIf(piece -> piece.length == 0);
        return pieces;
    }
}
