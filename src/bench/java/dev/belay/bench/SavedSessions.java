package dev.belay.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Makes saved conversations of real size, the same at each call: answers in pieces of a token, several turns, titles, stops,
 * failures, and words of many scripts. The word {@link #RARE} is said in few, {@link #FREQUENT} in nearly all, {@link
 * #NOWHERE} in none.
 */
final class SavedSessions {

    static final String RARE = "halyard";
    static final String FREQUENT = "signal";
    static final String NOWHERE = "marlinspike";

    /** So many sessions apart is the rare word said. */
    private static final int RARITY = 1500;

    private static final int NEWEST = 1_790_000_000;
    private static final int APART = 3571;
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String[] WORDS =
            ("the a of to and in is that it for as with on be this are not or by an from at which when can will its if one has "
                            + "process handler kernel terminal signal group session parent child shell job pipe buffer stream thread lock "
                            + "memory page table index query Größe façade naïve Straße 信号 端末 процесс σήμα \uD83D\uDE00 function return value "
                            + "string object method class interface error result state change order time first last next other same different "
                            + "sends waits reads writes closes opens returns blocks ignores restores handles `SIGINT` `SIGTERM` **bold** \"quoted\" "
                            + "C:\\\\path example however therefore because usually often never always")
                    .split(" ");

    private final Random random = new Random(42);
    private final int bytes;

    /** @param bytes how large a session is, about */
    private SavedSessions(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes them.
     *
     * @param folder of the sessions
     * @param count how many
     * @param megabytes what all of them together weigh, about
     */
    static void write(Path folder, int count, int megabytes) throws IOException {
        Files.createDirectories(folder);
        SavedSessions sessions = new SavedSessions((int) (megabytes * 1_000_000L / count));
        for (int i = 0; i < count; i++) {
            sessions.session(folder, i);
        }
    }

    /** @param args the folder, how many sessions, and what they weigh in megabytes */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void session(Path folder, int number) throws IOException {
        Instant at = Instant.ofEpochSecond(NEWEST - (long) number * APART);
        String id = BIRTH.format(at) + "-"
                + Integer.toString(36 * 36 * 36 * 36 + number, 36).substring(1);
        Path file = folder.resolve(id + ".jsonl");
        String title = number % 3 == 0 ? words(4) : "";
        long size = bytes / 2 + random.nextInt(bytes);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"session\",\"v\":1,\"id\":\"" + id + "\",\"created\":\"" + at
                    + "\",\"model\":\"openai/gpt-5-mini\"}\n");
            if (!title.isEmpty()) {
                out.write("{\"type\":\"title\",\"at\":\"" + at + "\",\"text\":\"" + title + "\"}\n");
            }
            int turns = 1 + random.nextInt(8);
            for (int turn = 1; turn <= turns; turn++) {
                boolean rare = number % RARITY == RARITY / 2 && turn == turns;
                turn(out, turn, at.toString(), title, size / turns, rare);
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private void turn(Writer out, int turn, String at, String title, long size, boolean rare) throws IOException {
        out.write("{\"type\":\"user\",\"turn\":" + turn + ",\"at\":\"" + at + "\",\"text\":\"" + words(12) + "\"}\n");
        String begin = "{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"";
        long left = size;
        for (int token = 0; left > 0; token++) {
            String text = token % 90 == 89 ? ".\\n\\n" : (token == 0 ? "" : " ") + word();
            out.write(begin + text + "\"}\n");
            left -= begin.length() + text.length() + 3;
        }
        if (rare) {
            out.write(begin + " the " + RARE.substring(0, 3) + "\"}\n" + begin + RARE.substring(3) + "\"}\n");
            out.write(begin + " " + RARE + "\"}\n");
        }
        end(out, turn, at, title);
    }

    /** One in eight was stopped, of which some did not live to say so, and few failed. */
    private void end(Writer out, int turn, String at, String title) throws IOException {
        int fate = random.nextInt(40);
        if (fate == 0) {
            return;
        }
        String outcome = fate < 5
                ? "interrupted\",\"reason\":\"key"
                : fate == 5 ? "failed\",\"reason\":\"no answer" : "complete\",\"reason\":\"stop";
        out.write("{\"type\":\"end\",\"turn\":" + turn + ",\"at\":\"" + at + "\",\"outcome\":\"" + outcome
                + "\",\"usage\":{\"input_tokens\":21,\"output_tokens\":90},\"model\":\"openai/gpt-5-mini\""
                + ",\"title\":\"" + title + "\"}\n");
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word());
        }
        return words.toString();
    }

    /** As in speech, a few words are most of it. */
    private String word() {
        double chance = random.nextDouble();
        return WORDS[(int) (WORDS.length * chance * chance)].replace("\"", "\\\"");
    }
}
