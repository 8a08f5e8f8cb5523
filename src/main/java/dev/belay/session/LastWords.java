package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Blanks;
import dev.belay.session.SessionSummary.Ending;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the end of a session's file tells, read backwards until it is enough. Lives on one thread. */
final class LastWords {

    private static final String DELTA = "{\"type\":\"delta\"";

    private final Set<Integer> gone = new HashSet<>();
    private int turns;
    private String model = "";
    private Optional<String> title = Optional.empty();
    private Ending ending = Ending.EMPTY;

    /** How the turn that is being read ended, as long as it is not known whether anything came of it. */
    private Ending told = Ending.EMPTY;

    private int open;

    /**
     * @param bytes of the file, up to its end
     * @param whole whether they begin with a line
     */
    void read(byte[] bytes, boolean whole) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int end = text.length(); end >= 0 && !isEnough(); ) {
            int begin = text.lastIndexOf('\n', end - 1) + 1;
            if (begin == 0 && !whole) {
                return;
            }
            String line = text.substring(begin, Math.max(begin, end));
            // Of an answer that has no end there may be many: one of them says it.
            if (ending == Ending.EMPTY || !line.startsWith(DELTA)) {
                take(Glance.record(line));
            }
            end = begin - 1;
        }
    }

    private void take(JsonNode node) {
        int turn = Numbers.turn(node, "turn");
        turns = Math.max(turns, turn);
        switch (node.path("type").asText()) {
            case "set" -> model = model.isEmpty() ? node.path("model").asText() : model;
            case "title" -> called(node.path("text").asText());
            case "undo" -> gone.add(turn);
            case "delta" -> {
                ended(turn, Ending.INTERRUPTED);
                if (turn == open && !Blanks.isBlank(node.path("text").asText())) {
                    ending = told;
                }
            }
            case "user" -> {
                ended(turn, Ending.INTERRUPTED);
                asked(turn, node);
                if (!gone.contains(turn)) {
                    gone.add(Numbers.turn(node, "retries"));
                }
            }
            case "end" -> {
                model = model.isEmpty() ? node.path("model").asText() : model;
                if (node.has("title")) {
                    called(node.path("title").asText());
                }
                ended(turn, ending(node.path("outcome").asText()));
            }
            default -> {
                // Tells nothing about the end.
            }
        }
    }

    /** The last word counts, and that is read first. */
    private void called(String name) {
        if (title.isEmpty()) {
            title = Optional.of(name);
        }
    }

    private void ended(int turn, Ending how) {
        if (ending == Ending.EMPTY && told == Ending.EMPTY && !gone.contains(turn)) {
            told = how;
            open = turn;
        }
    }

    /** Where going on brought nothing, the answer is as it was before. */
    private void asked(int turn, JsonNode node) {
        if (turn != open || ending != Ending.EMPTY) {
            return;
        }
        boolean goesOn = Numbers.turn(node, "continues") > 0 || Numbers.turn(node, "prefills") > 0;
        if (goesOn) {
            gone.add(turn);
            told = Ending.EMPTY;
            open = 0;
        } else {
            ending = told;
        }
    }

    private static Ending ending(String outcome) {
        return switch (outcome) {
            case "complete" -> Ending.COMPLETE;
            case "failed" -> Ending.FAILED;
            default -> Ending.INTERRUPTED;
        };
    }

    /** Whether what comes before would tell nothing more. */
    boolean isEnough() {
        return ending != Ending.EMPTY && title.isPresent() && turns > 0;
    }

    int turns() {
        return turns;
    }

    /** Asked last; empty where that is not told. */
    String model() {
        return model;
    }

    /** An empty one says that there is none; absent says that nothing was said. */
    Optional<String> title() {
        return title;
    }

    Ending ending() {
        return ending == Ending.EMPTY ? told : ending;
    }
}
