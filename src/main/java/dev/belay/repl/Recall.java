package dev.belay.repl;

import dev.belay.chat.Blanks;
import dev.belay.chat.Round;
import dev.belay.session.Session;
import dev.belay.view.Cells;
import dev.belay.view.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person is shown of a conversation that is taken up again: its last question, and how the answer to it ended. */
public final class Recall {

    private static final int QUESTION = 60;
    private static final int ANSWER = 240;
    private static final int LEAST_COLUMNS = 10;

    private Recall() {}

    /**
     * A few lines; none where nothing has been said.
     *
     * @param columns that the person sees; 0 where that is not known
     */
    public static List<String> lines(Session session, int columns) {
        List<String> lines = new ArrayList<>();
        for (String line : all(session)) {
            lines.addAll(columns > LEAST_COLUMNS ? Cells.wrapped(Cleaner.clean(line), columns - 1) : List.of(line));
        }
        return lines;
    }

    private static List<String> all(Session session) {
        Optional<Round> last = session.conversation().last();
        List<String> lines = new ArrayList<>();
        if (last.isPresent()) {
            lines.add("last: " + begin(last.get().user()) + ending(last.get()));
            String end = end(last.get().answer());
            if (!end.isEmpty()) {
                lines.add(end);
            }
        }
        return lines;
    }

    private static String ending(Round last) {
        return switch (last.end()) {
            case COMPLETE -> "";
            case INTERRUPTED ->
                Blanks.isBlank(last.answer())
                        ? "; it was stopped before an answer came, /retry asks again"
                        : "; its answer was interrupted, /continue goes on";
            case FAILED -> "; its answer failed, /retry asks again";
        };
    }

    private static String begin(String text) {
        String line = line(text);
        return line.length() <= QUESTION ? line : line.substring(0, cut(line, QUESTION)) + " …";
    }

    /** From a word on. */
    private static String end(String text) {
        String line = line(text);
        if (line.length() <= ANSWER) {
            return line;
        }
        int from = line.length() - ANSWER;
        int blank = line.indexOf(' ', from);
        return "… " + line.substring(blank < 0 || blank > from + ANSWER / 2 ? cut(line, from) : blank + 1);
    }

    /** Of a long text the two ends are enough. */
    private static String line(String text) {
        String end = Blanks.stripEnd(text).strip();
        String near = end.length() > 4_000 ? end.substring(0, 2_000) + " " + end.substring(end.length() - 2_000) : end;
        return near.replaceAll("\\s+", " ");
    }

    /** Not within a character. */
    private static int cut(String line, int at) {
        return Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
