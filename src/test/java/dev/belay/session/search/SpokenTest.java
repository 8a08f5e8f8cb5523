package dev.belay.session.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.session.ReadBack;
import dev.belay.session.SessionSummary.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is searched is what a session that is taken up holds: compared with that on thousands of odd files. */
class SpokenTest {

    private static final String[] TEXTS = {
        "a",
        " word",
        "Straße",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e4",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00",
        "😀",
        "信号",
        "\\/",
        "\\t\\r\\b\\f",
        "\u007f",
        "\\q",
        "\\u00g4",
        "\t",
        "",
        "{}",
        "\\\\\\\"",
        " ",
        "K",
        "\u2028",
        "\\u000a",
        "\\u0000"
    };

    private final SpokenReader reader = new SpokenReader();

    @TempDir
    Path folder;

    private List<String> quickly(Path file) throws IOException {
        Spoken spoken = reader.read(file.toFile());
        List<String> said = new ArrayList<>();
        said.add(spoken.title().text());
        for (SpokenTurn turn : spoken.turns()) {
            String user = spoken.letters().text(turn.questionBegin, turn.questionEnd);
            String answer = spoken.letters().text(turn.answerBegin, turn.answerEnd);
            said.add(turn.number + turn.ending.name() + "<" + user + "|" + answer + ">");
        }
        return said;
    }

    private void same(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("x.jsonl"), content);
        assertEquals(ReadBack.of(file), quickly(file), () -> new String(content, StandardCharsets.UTF_8));
    }

    private void same(String content) throws IOException {
        same(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(TEXTS[random.nextInt(random.nextInt(8) == 0 ? TEXTS.length : 15)]);
        }
        return "\"text\":\"" + text + "\"";
    }

    /** Mostly as belay writes them, sometimes as nobody does. */
    private static String line(Random random) {
        int turn = 1 + random.nextInt(3);
        String number = "\"turn\":" + turn;
        String line = switch (random.nextInt(16)) {
            case 0 -> "{\"type\":\"session\",\"v\":1,\"id\":\"x\",\"created\":\"2026\",\"model\":\"m\"}";
            case 1, 2 -> "{\"type\":\"user\"," + number + ",\"at\":\"2026\"," + text(random) + "}";
            case 3 ->
                "{\"type\":\"user\"," + number + "," + text(random)
                        + ",\"files\":[{\"name\":\"a\\\"\",\"bytes\":7}],\"retries\":" + (turn - 1) + "}";
            case 4 ->
                "{\"type\":\"user\"," + number + "," + text(random) + ",\""
                        + (random.nextBoolean() ? "prefills" : "continues") + "\":" + (1 + random.nextInt(2))
                        + (random.nextInt(3) == 0 ? ",\"on_interrupt\":\"discard\"" : "") + "}";
            case 5 ->
                "{\"type\":\"end\"," + number + ",\"outcome\":\"" + (random.nextBoolean() ? "complete" : "failed")
                        + "\",\"usage\":{\"input_tokens\":1,\"cost_usd\":0.5},\"model\":\"n\",\"title\":\"t\"}";
            case 6 -> "{\"type\":\"undo\"," + number + "}";
            case 7 -> "{\"type\":\"title\",\"at\":\"2026\"," + text(random) + "}";
            case 8 ->
                "{\"type\":\"delta\"," + number + ",\"reasoning\":\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"}";
            case 9 -> "{" + number + "," + text(random) + ",\"type\":\"delta\"}";
            case 10 -> odd(random, number);
            default -> "{\"type\":\"delta\"," + number + "," + text(random) + "}";
        };
        return line + (random.nextInt(60) == 0 ? "\r\n" : random.nextInt(60) == 0 ? "\r" : "\n");
    }

    private static String odd(Random random, String number) {
        String[] lines = {
            "",
            " ",
            "null",
            "[1]",
            "{}",
            "{\"type\":\"hologram\"," + number + "," + text(random) + "}",
            "{\"type\":\"delta\", " + number + " , " + text(random) + " }",
            "{\"type\":\"delta\",\"turn\":\"1\"," + text(random) + "}",
            "{\"type\":\"delta\"," + number + ",\"text\":null}",
            "{\"type\":\"delta\"," + number + ",\"text\":7}",
            "{\"type\":\"delta\"," + number + "," + text(random) + "," + text(random) + "}",
            "{\"type\":\"delta\"," + number + "," + text(random) + "} more",
            "{\"type\":\"delta\"," + number + "," + text(random),
            "{\"type\":\"delta\",\"turn\":01," + text(random) + "}",
            "{\"type\":\"delta\",\"turn\":1.0," + text(random) + "}",
            "{\"type\":\"del\\u0074a\"," + number + "," + text(random) + "}",
            "{\"type\":\"delta\"," + number + ",\"te\\u0078t\":\"e\"}",
            "{\"type\":\"user\",\"turn\":0," + text(random) + "}",
            "{\"type\":\"user\",\"turn\":-1," + text(random) + "}",
            "{\"type\":\"user\"," + text(random) + "}",
            "{\"type\":\"title\"}",
            "{\"type\":\"end\"," + number + "}",
            "{\"type\":\"delta\"," + number + ",\"more\":{\"a\":[1,{\"b\":[]}],\"c\":-1e5,\"d\":true,\"e\":null},"
                    + text(random) + "}",
            "{\"type\":\"delta\"," + number + ",\"more\":[1,],\"x\":01," + text(random) + "}"
        };
        return lines[random.nextInt(lines.length)];
    }

    @Test
    void whatIsSearchedIsWhatWasSaid() throws IOException {
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                content.append(line(random));
            }
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            int kept = seed % 5 == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
            byte[] file = java.util.Arrays.copyOf(bytes, kept);
            if (seed % 7 == 0 && kept > 0) {
                file[random.nextInt(kept)] = (byte) random.nextInt(256);
            }
            same(file);
        }
    }

    @Test
    void bytesThatAreNoCharactersAreReadAlike() throws IOException {
        Random random = new Random(7);
        byte[] begin = "{\"type\":\"user\",\"turn\":1,\"text\":\"q\"}\n{\"type\":\"delta\",\"turn\":1,\"text\":\""
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1500; i++) {
            byte[] file = java.util.Arrays.copyOf(begin, begin.length + 7);
            for (int at = begin.length; at < begin.length + 4; at++) {
                file[at] = (byte) (random.nextInt(128) - 128);
            }
            System.arraycopy("\"}\n".getBytes(StandardCharsets.UTF_8), 0, file, begin.length + 4, 3);
            same(file);
        }
    }

    /** The buffer ends anywhere in a line, and a line may be longer than it. */
    @Test
    void linesOfAnyLengthAreRead() throws IOException {
        for (int length : new int[] {10, 60_000, 65_400, 65_535, 65_536, 70_000, 131_000, 1_000_000}) {
            String user = "{\"type\":\"user\",\"turn\":1,\"text\":\"" + "ä".repeat(7) + "x".repeat(length) + "\"}\n";
            same(user + "{\"type\":\"delta\",\"turn\":1,\"text\":\"abc\"}\n".repeat(5000) + user.replace(":1,", ":2,"));
            same(user + "{\"type\":\"delta\",\"turn\":1,\"text\":\"" + "y".repeat(length));
        }
    }

    @Test
    void aTitleWithinAnAnswerDoesNotPartIt() throws IOException {
        Path file = folder.resolve("x.jsonl");
        Files.writeString(
                file,
                "{\"type\":\"user\",\"turn\":1,\"text\":\"q\"}\n{\"type\":\"delta\",\"turn\":1,\"text\":\"sig\"}\n"
                        + "{\"type\":\"title\",\"text\":\"T\"}\n{\"type\":\"delta\",\"turn\":1,\"text\":\"nal\"}\n{\"type\":\"set\",\"model\":\"z\"}\n");
        assertEquals(List.of("T", "1INTERRUPTED<q|signal>"), quickly(file));
        Spoken spoken = reader.read(file.toFile());
        assertEquals("z", spoken.turns().get(0).model);
        assertEquals(Ending.INTERRUPTED, spoken.turns().get(0).ending);
        assertEquals("T", spoken.name());
    }
}
