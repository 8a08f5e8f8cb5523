package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.Price;
import dev.belay.provider.Provider;
import dev.belay.repl.stats.Tariff;
import dev.belay.repl.stats.Tariff.Stop;
import java.util.Optional;

/** The tariffs of the models that journals name, by belay's services and those of the config. */
record Tariffs(Services services) implements Tariff.Source {

    @Override
    public Tariff of(String model, String baseUrl) {
        if (model.equals(ModelChoice.GUIDE) && baseUrl.isEmpty()) {
            return new Tariff(ModelChoice.GUIDE, Stop.THERE_IS_NONE, Optional.empty());
        }
        Optional<Provider> service = service(model, baseUrl);
        if (service.isEmpty()) {
            return new Tariff(baseUrl.isEmpty() ? named(model) : "", Stop.UNKNOWN, Optional.empty());
        }
        String name = service.get().name();
        return new Tariff(name, stop(service.get()), price(name, baseUrl.isEmpty() ? idOf(model) : model));
    }

    /** A mistake in the config is for whoever asks that provider. */
    private Optional<Provider> service(String model, String baseUrl) {
        try {
            return baseUrl.isEmpty() ? services.of(model) : services.at(baseUrl);
        } catch (ProblemException | IllegalArgumentException unclear) {
            return Optional.empty();
        }
    }

    private static Stop stop(Provider service) {
        return switch (service.afterStop()) {
            case STOPS -> Stop.ENDS_IT;
            case RUNS_ON -> Stop.CHANGES_NOTHING;
            case FREE -> Stop.THERE_IS_NONE;
            case UNKNOWN -> Stop.UNKNOWN;
        };
    }

    private static Optional<Price> price(String service, String id) {
        return ListPrice.of(service, id);
    }

    /** A provider that is not set up any more. */
    private static String named(String model) {
        int slash = model.indexOf('/');
        return slash < 0 ? "" : model.substring(0, slash);
    }

    private static String idOf(String model) {
        return model.substring(model.indexOf('/') + 1);
    }
}
