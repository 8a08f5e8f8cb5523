package dev.belay.schema;

import com.networknt.schema.ValidationMessage;
import java.util.Collection;

/** What a validator has found, in words. */
final class Findings {

    /** So many are told at most: the rest often follows from them. */
    private static final int MOST = 5;

    /** A finding may quote what it is about, however long that is. */
    private static final int LONGEST = 300;

    private Findings() {}

    static String first(Collection<ValidationMessage> findings) {
        return words(findings.iterator().next());
    }

    static String all(Collection<ValidationMessage> findings) {
        StringBuilder all = new StringBuilder();
        int count = 0;
        for (ValidationMessage finding : findings) {
            if (count++ == MOST) {
                break;
            }
            all.append(all.length() == 0 ? "" : "\n").append(words(finding));
        }
        return all.toString();
    }

    /** {@code /age: string found, integer expected}; without a place it is about the whole. */
    private static String words(ValidationMessage finding) {
        String place = finding.getInstanceLocation().toString();
        return shortened((place.isEmpty() ? "" : place + ": ") + finding.getError());
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
