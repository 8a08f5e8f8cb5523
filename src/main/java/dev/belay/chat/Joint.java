package dev.belay.chat;

import java.util.List;

/** Makes one text of an answer that was cut and what came when the model went on. */
final class Joint {

    private Joint() {}

    /** The answer that came in these acts. */
    static String answer(List<Act> acts) {
        String whole = acts.get(0).answer();
        for (Act act : acts.subList(1, acts.size())) {
            if (!act.isVain()) {
                whole = goingOn(whole, act.answer());
            }
        }
        return whole;
    }

    /** What a model makes that goes on with its own words, whose last blanks it was not shown. */
    static String goingOn(String partial, String more) {
        return Blanks.stripEnd(partial) + more;
    }
}
