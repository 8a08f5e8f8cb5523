package dev.belay.cli;

import dev.belay.repl.Listing;
import dev.belay.repl.Offer;
import dev.belay.repl.OfferTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists the models of the provider that would be asked, or of the one that is named. */
final class ModelsCommand {

    private ModelsCommand() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        OutputForm form = OutputForm.of(options);
        Preferences preferences = context.preferences();
        Catalogue catalogue = context.models(
                        preferences.casting().usualRole(), options.text("--base-url"), options.text("--dialect"))
                .catalogue();
        Optional<String> model = preferences.model();
        String filter = String.join(" ", words);
        Listing listing =
                model.isPresent() ? catalogue.listingOf(model.get(), filter) : catalogue.listing(filter, model);
        List<Offer> all = listing.errand().fetch().orElse(List.of());
        List<Offer> chosen = listing.chosen(all);
        if (chosen.isEmpty()) {
            context.warn(listing.nothing(all));
        } else if (model.isEmpty() && all.get(0).id().equals(ModelChoice.GUIDE) && !options.is("-q")) {
            context.note("no provider is set up; belay help models says how");
        }
        context.print(text(chosen, form, context), form);
        return Exit.COMPLETE;
    }

    /** A person gets a table, a program the names. */
    private static String text(List<Offer> offers, OutputForm form, Context context) {
        return switch (form) {
            case JSON -> OfferJson.array(offers) + "\n";
            case JSONL -> OfferJson.lines(offers);
            case TEXT, MARKDOWN ->
                offers.isEmpty()
                        ? ""
                        : context.out().isTerminal() ? OfferTable.fitted(offers, context.outStyle()) : names(offers);
        };
    }

    private static String names(List<Offer> offers) {
        StringBuilder names = new StringBuilder();
        for (Offer offer : offers) {
            names.append(offer.id()).append('\n');
        }
        return names.toString();
    }
}
