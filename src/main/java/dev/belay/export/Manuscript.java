package dev.belay.export;

import dev.belay.chat.Act;
import dev.belay.chat.Round;
import dev.belay.session.Chronicle;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A conversation that is to be written out.
 *
 * @param chronicle what was said, and what is known about it
 * @param thoughts of the model, by act, as far as they were saved
 * @param zone in which the reader reads the clock
 */
public record Manuscript(Chronicle chronicle, Map<Integer, String> thoughts, ZoneId zone) {

    private static final int LONGEST_NAME = 80;

    /** As a reader here and now would have it. */
    public static Manuscript of(Chronicle chronicle, Map<Integer, String> thoughts) {
        return new Manuscript(chronicle, thoughts, ZoneId.systemDefault());
    }

    /** Its title, or how its first question begins; on one line. */
    public String name() {
        if (!chronicle.title().isBlank()) {
            return line(chronicle.title(), Integer.MAX_VALUE);
        }
        String first = chronicle.entries().isEmpty()
                ? ""
                : line(chronicle.entries().get(0).round().user(), LONGEST_NAME);
        return first.isEmpty() ? "Conversation" : first;
    }

    /** What the model thought in a turn; may be empty. */
    public String reasoning(Round round) {
        StringBuilder reasoning = new StringBuilder();
        for (Act act : round.acts()) {
            String thought = thoughts.getOrDefault(act.turn(), "");
            reasoning
                    .append(reasoning.isEmpty() || thought.isEmpty() ? "" : "\n\n")
                    .append(thought);
        }
        return reasoning.toString();
    }

    /** The models that answered, in the order in which they did; what is not known is left out. */
    public String models() {
        Set<String> models = new LinkedHashSet<>();
        for (Chronicle.Entry entry : chronicle.entries()) {
            models.add(entry.told().model());
        }
        models.remove("");
        return String.join(", ", models);
    }

    /** How a text begins, on one line and ended with a word. */
    public static String line(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        int blank = line.lastIndexOf(' ', longest);
        int end = blank > longest / 2 ? blank : longest;
        return line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end) + " …";
    }
}
