package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.ModelNames;
import dev.belay.config.Spelling;
import dev.belay.guide.Guide;
import dev.belay.provider.Endpoint;
import dev.belay.provider.Provider;
import dev.belay.repl.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds whose models are to be listed.
 *
 * @param asked finds where a model would be asked
 * @param choice knows the providers that are set up
 * @param baseUrl of the user's own server, if one is to be asked
 * @param names last listed
 * @param listings makes the lists
 */
record Catalogue(
        Function<Optional<String>, Choice> asked,
        ModelChoice choice,
        Optional<String> baseUrl,
        ModelNames names,
        Listings listings) {

    /**
     * What is offered where a model is asked, or by the provider that the argument begins with. Where that one is not set
     * up it is taken for part of a name: routers have the models of others.
     *
     * @param model empty for the one that would be asked
     */
    Listing listing(String argument, Optional<String> model) {
        int slash = argument.indexOf('/');
        Optional<Provider> provider =
                baseUrl.isPresent() ? Optional.empty() : choice.services().of(argument);
        if (provider.isEmpty() && baseUrl.isEmpty() && slash > 0 && slash == argument.length() - 1) {
            return listingOfUnknown(argument.substring(0, slash), model);
        }
        if (provider.isEmpty() || slash < 0) {
            return listings.of(
                    place(model), argument, provider.isEmpty() ? "" : argument + "/ lists another provider's");
        }
        try {
            return listings.of(choice.place(provider.get()), argument.substring(slash + 1), "");
        } catch (ProblemException notSetUp) {
            Choice otherwise = place(model);
            if (otherwise.isGuide()) {
                throw notSetUp;
            }
            return listings.of(otherwise, argument, notSetUp.problem().sentence());
        }
    }

    /** What stands before a slash at the end, and is no provider: the guide, a company whose models a router has, or a slip. */
    private Listing listingOfUnknown(String name, Optional<String> model) {
        if (name.equals(ModelChoice.GUIDE)) {
            return listings.of(Choice.guide(Choice.Origin.OPTION), "", "");
        }
        List<String> known =
                choice.services().all().stream().map(Provider::name).toList();
        String why = "there is no provider “" + name + "”";
        Optional<String> nearest = Spelling.nearest(name, known);
        String advice = nearest.isPresent()
                ? "did you mean “" + nearest.get() + "/”?"
                : "belay help models lists them, and the config can have others";
        Choice where = place(model);
        if (where.isGuide()) {
            throw ProblemException.configuration(why, advice);
        }
        return listings.of(where, name + "/", why + "; " + advice);
    }

    /** What is offered where a model is asked, whatever the filter begins with. */
    Listing listingOf(String model, String filter) {
        return listings.of(place(Optional.of(model)), filter, "");
    }

    /** A provider need not have a model that is asked unnamed. */
    private Choice place(Optional<String> model) {
        Optional<Provider> provider = baseUrl.isPresent() ? Optional.empty() : model.flatMap(choice.services()::named);
        return provider.isPresent() ? choice.place(provider.get()) : asked.apply(model);
    }

    /**
     * Names that can be asked for, as far as they were listed before; nobody is asked.
     *
     * @param current the model asked so far: its provider's models can go by their bare names
     */
    List<String> known(String current) {
        if (baseUrl.isPresent()) {
            return names.of(new Endpoint(baseUrl.get(), Optional.empty(), "").baseUrl());
        }
        return known(choice.services(), names, current);
    }

    /** Names that do for {@code -m}, as far as they were listed before; nobody is asked. */
    static List<String> known(Services services, ModelNames names, String current) {
        List<String> known = new ArrayList<>(List.of(Guide.MODEL));
        known.addAll(services.aliases());
        String here = services.of(current).map(Provider::name).orElse("");
        for (Provider provider : services.all()) {
            known.add(provider.name() + "/");
            for (String name : names.of(provider.name())) {
                known.add(provider.name() + "/" + name);
                if (provider.name().equals(here) && services.of(name).isEmpty()) {
                    known.add(name);
                }
            }
        }
        return known;
    }
}
