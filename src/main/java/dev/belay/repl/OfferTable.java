package dev.belay.repl;

import dev.belay.chat.Attachment.Kind;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.config.Price;
import dev.belay.repl.tty.Width;
import dev.belay.view.Columns;
import dev.belay.view.Dollars;
import dev.belay.view.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Models as a table for a person, and a line that says what its figures are. */
public final class OfferTable {

    private static final List<String> TITLES = List.of("model", " context", " in", " out", "takes");
    private static final long THOUSAND = 1000;
    private static final long MILLION = THOUSAND * THOUSAND;

    private OfferTable() {}

    /** The table, as wide as the terminal allows. */
    public static String fitted(List<Offer> offers, Style style) {
        return of(offers, style, Width.OUTPUT.getAsInt());
    }

    /** The table, no wider than this as far as the names allow. */
    static String of(List<Offer> offers, Style style, int width) {
        List<List<String>> rows = new ArrayList<>();
        boolean known = false;
        for (Offer offer : offers) {
            rows.add(row(offer));
            known |= offer.facts().isPresent();
        }
        if (!known) {
            return new Columns(TITLES.subList(0, 1), rows).fitted(width, style);
        }
        String note = "in and out: USD per million tokens, as of " + ModelTable.date();
        return new Columns(TITLES, rows).fitted(width, style) + style.dim(note) + "\n";
    }

    private static List<String> row(Offer offer) {
        return List.of(
                offer.id(),
                cell(offer, facts -> tokens(facts.context())),
                cell(offer, facts -> price(facts.price(), Price::input)),
                cell(offer, facts -> price(facts.price(), Price::output)),
                cell(offer, OfferTable::takes));
    }

    private static String cell(Offer offer, Function<ModelFacts, String> fact) {
        return offer.facts().map(fact).orElse("");
    }

    /** Rounded as providers do it themselves: 128k, 1M. */
    private static String tokens(OptionalLong count) {
        if (count.isEmpty()) {
            return "";
        }
        long tokens = count.getAsLong();
        return tokens < THOUSAND ? "" + tokens : tokens < MILLION ? tokens / THOUSAND + "k" : millions(tokens);
    }

    private static String millions(long tokens) {
        long tenths = tokens * 10 / MILLION;
        return tenths % 10 == 0 ? tenths / 10 + "M" : tenths / 10 + "." + tenths % 10 + "M";
    }

    private static String price(Optional<Price> price, ToDoubleFunction<Price> which) {
        return price.map(known -> known.isNothing() ? "free" : Dollars.exact(which.applyAsDouble(known)))
                .orElse("");
    }

    /** Text goes without saying. */
    private static String takes(ModelFacts facts) {
        List<String> kinds = new ArrayList<>();
        if (facts.takes().contains(Kind.IMAGE)) {
            kinds.add("image");
        }
        if (facts.takes().contains(Kind.PDF)) {
            kinds.add("pdf");
        }
        return String.join(" ", kinds);
    }
}
