package dev.belay.session.search;

import dev.belay.chat.Question;
import dev.belay.session.Saved;
import dev.belay.session.SessionFilter;
import dev.belay.session.SessionSummary.Ending;
import dev.belay.session.search.Excerpt.Who;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in what was said in a session.
 *
 * @param around how many characters of the text are shown with a hit
 */
record Lookout(SearchWords words, SessionFilter filter, int around) {

    /** Null when nothing is found. */
    @Nullable
    Found in(Saved session, Spoken spoken) {
        Letters letters = spoken.letters();
        List<Excerpt> excerpts = new ArrayList<>();
        boolean anyTurn = filter.model().isEmpty() && filter.outcome().isEmpty();
        if (anyTurn && words.areIn(spoken.title(), 0, spoken.title().length())) {
            excerpts.add(excerpt(
                    spoken.title(),
                    0,
                    spoken.title().length(),
                    0,
                    Who.TITLE,
                    new SpokenTurn(0, Question.of(""), 0, 0, 0, "")));
        }
        if (words.areIn(letters, 0, letters.length())) {
            for (int i = 0; i < spoken.turns().size(); i++) {
                look(spoken.turns().get(i), i + 1, session, letters, excerpts);
            }
        }
        return excerpts.isEmpty()
                ? null
                : new Found(session.id(), session.changed(), spoken.title().text(), spoken.name(), excerpts, "");
    }

    /** @param number as a person counts what there is of the conversation */
    private void look(SpokenTurn turn, int number, Saved session, Letters letters, List<Excerpt> excerpts) {
        boolean asked = words.areIn(letters, turn.questionBegin, turn.questionEnd);
        boolean answered = words.areIn(letters, turn.answerBegin, turn.answerEnd);
        if ((asked || answered) && counts(turn, session)) {
            if (asked) {
                excerpts.add(excerpt(letters, turn.questionBegin, turn.questionEnd, number, Who.YOU, turn));
            }
            if (answered) {
                excerpts.add(excerpt(letters, turn.answerBegin, turn.answerEnd, number, Who.ANSWER, turn));
            }
        }
    }

    private boolean counts(SpokenTurn turn, Saved session) {
        return filter.takesModel(turn.model)
                && filter.takesEnding(turn.ending)
                && (filter.since() == Long.MIN_VALUE || asked(turn, session) >= filter.since());
    }

    private static long asked(SpokenTurn turn, Saved session) {
        try {
            return Instant.parse(turn.at).toEpochMilli();
        } catch (DateTimeParseException unknown) {
            return session.changed();
        }
    }

    private Excerpt excerpt(Letters letters, int begin, int end, int number, Who who, SpokenTurn turn) {
        int hit = words.first(letters, begin, end);
        int from = Math.max(begin, hit - around / 3);
        int to = Math.min(end, from + around);
        from = Math.max(begin, Math.min(from, to - around));
        from = wordBegin(letters, from, begin, hit);
        to = to < end && Character.isHighSurrogate(letters.at(to - 1)) ? to - 1 : to;
        String text = (from > begin ? "…" : "") + letters.line(from, to) + (to < end ? "…" : "");
        boolean isTitle = who == Who.TITLE;
        return new Excerpt(number, who, turn.at, turn.model, isTitle ? Ending.EMPTY : turn.ending, text);
    }

    /** Rather the begin of a word, where one is near. */
    private static int wordBegin(Letters letters, int from, int begin, int hit) {
        if (from == begin) {
            return from;
        }
        for (int at = from; at < Math.min(hit, from + 16); at++) {
            if (Character.isWhitespace(letters.at(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(letters.at(from)) ? from + 1 : from;
    }
}
