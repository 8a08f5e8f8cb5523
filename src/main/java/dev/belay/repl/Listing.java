package dev.belay.repl;

import dev.belay.chat.Errand;
import java.util.List;
import java.util.Locale;

/**
 * A list of models that is to be had.
 *
 * @param place whose it is, in words
 * @param filter words that the names have to contain; empty for all
 * @param hint what to say besides when there is nothing to show; may be empty
 * @param errand fetches the whole list, sorted by name
 */
public record Listing(String place, String filter, String hint, Errand<List<Offer>> errand) {

    /** Those that were asked for. */
    public List<Offer> chosen(List<Offer> all) {
        String[] words = filter.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return all.stream()
                .filter(offer -> hasAll(offer.id().toLowerCase(Locale.ROOT), words))
                .toList();
    }

    private static boolean hasAll(String name, String[] words) {
        for (String word : words) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Why there is nothing to show. */
    public String nothing(List<Offer> all) {
        String why = all.isEmpty()
                ? place + " has no models to offer"
                : "no model of " + place + " has “" + filter + "” in its name";
        return hint.isEmpty() ? why : why + "; " + hint;
    }
}
