package dev.belay.view.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways to cut a text into pieces. */
final class Cuts {

    private static final int LONGEST = 12;

    private Cuts() {}

    static List<String> characters(String text) {
        return List.of(text.split(""));
    }

    static List<String> random(String text, long seed) {
        Random random = new Random(seed);
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(LONGEST));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }
}
