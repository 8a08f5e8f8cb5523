package dev.belay.session.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.session.JsonLine;
import dev.belay.session.Numbers;
import dev.belay.session.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line of a journal that a search wants to know. A line as belay writes it is read at once, without making
 * anything of it that is thrown away again; any other as JSON is always read. Lives on one thread.
 */
final class Fields {

    /** Those that hold a text, by their place. */
    enum Text {
        TYPE,
        AT,
        OUTCOME,
        MODEL,
        ON_INTERRUPT
    }

    /** Those that hold a number. */
    enum Figure {
        TURN,
        RETRIES,
        CONTINUES,
        PREFILLS
    }

    private static final byte[] SPOKEN = "text".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] TEXTS = {
        bytes("type"), bytes("at"), bytes("outcome"), bytes("model"), bytes(Transcript.ON_INTERRUPT)
    };
    private static final byte[][] NUMBERS = {bytes("turn"), bytes("retries"), bytes("continues"), bytes("prefills")};
    private static final int DEEPEST = 8;

    private final Letters spoken;
    private final Letters word = new Letters();
    private final @Nullable String[] texts = new @Nullable String[TEXTS.length];
    private final int[] numbers = new int[NUMBERS.length];
    private int begin;
    private int end;

    /** @param spoken takes what the field {@code text} holds */
    Fields(Letters spoken) {
        this.spoken = spoken;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Null where it is not told. */
    @Nullable
    String text(Text which) {
        return texts[which.ordinal()];
    }

    /** 0 where it is not told, or is none. */
    int number(Figure which) {
        return numbers[which.ordinal()];
    }

    /** Where the spoken text begins in the letters. */
    int begin() {
        return begin;
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    private void forget() {
        Arrays.fill(texts, null);
        Arrays.fill(numbers, 0);
        begin = spoken.length();
        end = begin;
    }

    /**
     * Reads a line that a line break ends; false when it is not as belay writes it.
     *
     * @param from its first byte
     * @param to the place of the line break
     */
    boolean read(byte[] line, int from, int to) {
        forget();
        int at = from;
        if (line[at] != '{') {
            return false;
        }
        do {
            at = field(line, at + 1);
        } while (at > 0 && line[at] == ',');
        return at == to - 1 && line[at] == '}' && texts[0] != null;
    }

    private int field(byte[] line, int from) {
        int name = name(line, from);
        if (name < 0) {
            return -1;
        }
        int value = name + 2;
        int begun = from + 1;
        if (Arrays.equals(line, begun, name, SPOKEN, 0, SPOKEN.length)) {
            // Of two the last counts.
            spoken.cut(begin);
            int next = line[value] == '"' ? spoken.addString(line, value + 1) : -1;
            end = spoken.length();
            return next;
        }
        int number = place(NUMBERS, line, begun, name);
        if (number >= 0) {
            return number(line, value, number);
        }
        int text = place(TEXTS, line, begun, name);
        return text >= 0 ? word(line, value, text) : Shape.value(line, value, DEEPEST);
    }

    /** The place of the quotation mark behind a name. */
    private static int name(byte[] line, int from) {
        if (line[from] != '"') {
            return -1;
        }
        int at = from + 1;
        while (line[at] == '_' || line[at] >= 'a' && line[at] <= 'z') {
            at++;
        }
        return line[at] == '"' && line[at + 1] == ':' ? at : -1;
    }

    private static int place(byte[][] names, byte[] line, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(line, from, to, names[i], 0, names[i].length)) {
                return i;
            }
        }
        return -1;
    }

    private int number(byte[] line, int from, int place) {
        int at = from;
        int value = 0;
        while (line[at] >= '0' && line[at] <= '9' && at - from < 9) {
            value = 10 * value + line[at++] - '0';
        }
        boolean isPlain = at > from && (line[from] != '0' || at == from + 1);
        numbers[place] = value;
        return isPlain && (line[at] == ',' || line[at] == '}') ? at : -1;
    }

    private int word(byte[] line, int from, int place) {
        word.cut(0);
        int next = line[from] == '"' ? word.addString(line, from + 1) : -1;
        texts[place] = next < 0 ? null : word.text();
        return next;
    }

    /** Reads a line that is written in another way; false when it is no record. */
    boolean readSlowly(String line) {
        forget();
        JsonNode node = JsonLine.read(line);
        if (node == null) {
            return false;
        }
        take(node);
        return true;
    }

    private void take(JsonNode node) {
        spoken.add(node.path("text").asText());
        end = spoken.length();
        for (Text text : Text.values()) {
            String name = new String(TEXTS[text.ordinal()], StandardCharsets.US_ASCII);
            texts[text.ordinal()] = text == Text.MODEL
                    ? node.path(name).asText(null)
                    : node.path(name).asText();
        }
        for (Figure number : Figure.values()) {
            String name = new String(NUMBERS[number.ordinal()], StandardCharsets.US_ASCII);
            numbers[number.ordinal()] = Numbers.turn(node, name);
        }
    }
}
