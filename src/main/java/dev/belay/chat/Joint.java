package dev.belay.chat;

import java.util.List;

/**
 * Makes one text of an answer that was cut and what came when the model went on. A model does not see the blanks at the
 * cut, may leave out the first one of its own, says its last words again, or opens the block of code once more.
 */
final class Joint {

    private Joint() {}

    /** The answer that came in these acts. */
    static String answer(List<Act> acts) {
        String whole = acts.get(0).answer();
        String held = "";
        for (Act act : acts.subList(1, acts.size())) {
            String more = held + act.answer();
            if (act.question().kind() == Question.Kind.PREFILL) {
                whole = goingOn(whole, act.answer());
            } else if (act.end() != Round.End.COMPLETE && saysNothingNew(whole, more)) {
                // Cut again while it still said its last words: what comes next goes on from there.
                held = more;
                continue;
            } else {
                whole = asked(whole, more, act.end());
            }
            held = "";
        }
        return whole;
    }

    private static boolean saysNothingNew(String whole, String more) {
        String partial = Blanks.stripEnd(whole);
        return Blanks.isBlank(more)
                || Repetition.isAllOf(partial, Blanks.stripEnd(more))
                || Fence.isOnlyBegun(more) && Fence.reopens(whole, more, Round.End.INTERRUPTED);
    }

    /** What a model makes that goes on with its own words, whose last blanks it was not shown. */
    static String goingOn(String partial, String more) {
        boolean beginsWithBlank = !more.isEmpty() && Blanks.isBlank(more.charAt(0));
        return (beginsWithBlank ? Blanks.stripEnd(partial) : partial) + more;
    }

    /** What a model makes that was asked to go on. */
    static String asked(String partial, String more, Round.End end) {
        String shown = Blanks.stripEnd(partial);
        String blanks = partial.substring(shown.length());
        if (shown.isEmpty()) {
            return more;
        }
        String text = Fence.reopens(partial, more, end) ? Fence.behindFirst(more) : more;
        int repeated = Repetition.of(shown, blanks, text);
        if (repeated > 0) {
            return joined(shown, blanks, text.substring(repeated));
        }
        boolean isBare = blanks.isEmpty() && text.equals(Blanks.stripStart(text));
        return isBare ? shown + Seam.between(shown, text) + text : joined(shown, blanks, text);
    }

    private static String joined(String shown, String blanks, String more) {
        String text = Blanks.stripStart(more);
        String lead = more.substring(0, more.length() - text.length());
        return shown + gap(blanks, lead) + text;
    }

    /**
     * The blanks at the cut. The model's own say what they are to be in full, for it did not see those that were there; but
     * where it has none or fewer, they were left out on the way.
     */
    private static String gap(String before, String after) {
        if (after.startsWith(before)) {
            return after;
        }
        if (before.startsWith(after) || before.endsWith(after)) {
            return before;
        }
        return after.indexOf('\n') >= 0 ? after : before + after;
    }
}
