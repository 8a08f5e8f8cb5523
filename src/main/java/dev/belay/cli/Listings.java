package dev.belay.cli;

import dev.belay.chat.Errand;
import dev.belay.chat.Limits;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelNames;
import dev.belay.config.ModelTable;
import dev.belay.provider.Dialect;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import dev.belay.repl.Listing;
import dev.belay.repl.Offer;
import dev.belay.wire.Http;
import dev.belay.wire.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lists what providers offer, together with what the table knows of it, and keeps the names for Tab. */
final class Listings {

    /** Statuses by which a server says that it has no such list. */
    private static final Set<Integer> NO_LIST = Set.of(404, 405, 501);

    private final ModelNames names;
    private final Http http;
    private final ModelChoice choice;
    private final Limits limits;

    /**
     * @param http the program's client
     * @param choice knows whose addresses are whose
     * @param limit of a whole listing
     */
    Listings(ModelNames names, Http http, ModelChoice choice, Duration limit) {
        this.names = names;
        this.http = http;
        this.choice = choice;
        this.limits = new Limits(Optional.of(limit), 0);
    }

    /**
     * A list that is not fetched yet.
     *
     * @param hint what to say besides when nothing is found
     */
    Listing of(Choice where, String filter, String hint) {
        if (where.isGuide()) {
            return new Listing("the guide", filter, hint, new Errand<>(Guided::new, limits));
        }
        String provider = where.provider();
        String advice =
                provider.equals(Providers.OLLAMA.name()) && hint.isEmpty() ? "ollama pull NAME fetches one" : hint;
        return new Listing(placeOf(where), filter, advice, new Errand<>(() -> inquiry(where), limits));
    }

    /** As a person would call it. */
    static String placeOf(Choice where) {
        return where.provider().isEmpty() ? where.endpoint().get().baseUrl() : where.provider();
    }

    private Inquiry<List<Offer>> inquiry(Choice where) {
        Endpoint endpoint = where.endpoint().get();
        Dialect dialect = where.dialect().at(endpoint);
        return new Inquiry<>(
                endpoint.baseUrl(),
                http.fetch(dialect.listUrl(), dialect.headers()),
                refusal -> refused(refusal, where, dialect),
                json -> offers(where, dialect.models(json)));
    }

    private static Failed refused(Refusal refusal, Choice where, Dialect dialect) {
        return NO_LIST.contains(refusal.status())
                ? new Failed(
                        new Problem(
                                Kind.NOT_FOUND,
                                placeOf(where) + " does not list its models (HTTP " + refusal.status() + ")",
                                "-m asks one by name all the same; or check the base URL "
                                        + where.endpoint().get().baseUrl()),
                        Retry.NEVER)
                : dialect.refused(refusal);
    }

    private List<Offer> offers(Choice where, List<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        names.keep(placeOf(where), sorted);
        String service = service(where);
        List<ModelFacts> known = service.isEmpty() ? List.of() : ModelTable.of(service);
        List<Offer> offers = new ArrayList<>();
        for (String id : sorted) {
            offers.add(new Offer(where.provider(), id, ModelTable.among(known, id)));
        }
        return offers;
    }

    /** The name under which the table has it, also when it was named by its address alone. */
    private String service(Choice where) {
        return choice.service(where).map(Provider::name).orElse("");
    }

    /** The guide is one model, and nobody need be asked for that. */
    private static final class Guided implements Errand.Attempt<List<Offer>> {
        @Override
        public Outcome fetch(Consumer<List<Offer>> taker) {
            taker.accept(List.of(new Offer("", ModelChoice.GUIDE, Optional.empty())));
            return new Complete("known");
        }

        @Override
        public void cancel() {
            // Nothing runs.
        }
    }
}
