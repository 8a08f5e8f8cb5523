package dev.belay.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a session with many turns, as belay writes it: a line for each token. */
record LongSession(String id, Path file) {

    private static final int TOKENS = 40;
    private static final String AT = "\"at\":\"2026-01-01T00:00:00.000000000Z\"";

    /** @param folder of the sessions; made where it is missing */
    static LongSession write(Path folder, int turns) throws IOException {
        String id = "20260101-000000-%04d".formatted(turns);
        Path file = Files.createDirectories(folder).resolve(id + ".jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"session\",\"v\":1,\"id\":\"" + id
                    + "\",\"created\":\"2026-01-01T00:00:00Z\",\"model\":\"test-model\"}\n");
            for (int turn = 1; turn <= turns; turn++) {
                turn(out, turn);
            }
        }
        return new LongSession(id, file);
    }

    private static void turn(BufferedWriter out, int turn) throws IOException {
        out.write("{\"type\":\"user\",\"turn\":" + turn + "," + AT + ",\"text\":\"Question " + turn
                + ": what is “it”?\"}\n");
        for (int token = 0; token < TOKENS; token++) {
            String text = token % 10 == 9 ? "\\n\\n- \\\"it\\\"" : token % 7 == 6 ? " naïve" : " word" + token;
            out.write("{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"" + text + "\"}\n");
        }
        out.write(
                "{\"type\":\"end\",\"turn\":" + turn + "," + AT
                        + ",\"outcome\":\"complete\",\"reason\":\"stop\",\"usage\":{\"input_tokens\":12,\"output_tokens\":40},\"model\":\"test-model\"}\n");
    }
}
