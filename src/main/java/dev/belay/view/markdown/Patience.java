package dev.belay.view.markdown;

import java.util.List;

/** Ends the waiting for the partners of signs: a sign that has waited too long is escaped, and means itself from then on. */
final class Patience {

    /** Those that may get a partner; of the others it is known with the next character. */
    private static final String WAITING = "<*_~`[";

    private Patience() {}

    /**
     * Escapes the signs that have waited too long.
     *
     * @param source in which they stand
     * @param shown follows, as the source becomes longer
     * @return whether there was one
     */
    static boolean escape(StringBuilder source, List<Opener> openers, Shown shown) {
        int length = source.length();
        boolean any = false;
        for (int i = openers.size() - 1; i >= 0; i--) {
            Opener opener = openers.get(i);
            if (length - opener.at() > opener.patience()
                    && WAITING.indexOf(opener.sign().charAt(0)) >= 0) {
                any = true;
                shown.move(opener.at(), opener.sign().length());
                source.replace(opener.at(), opener.end(), escaped(opener.sign()));
            }
        }
        return any;
    }

    private static String escaped(String sign) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < sign.length(); i++) {
            escaped.append('\\').append(sign.charAt(i));
        }
        return escaped.toString();
    }
}
