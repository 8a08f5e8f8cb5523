package dev.belay.cli;

import dev.belay.chat.Errand;
import dev.belay.chat.Meter;
import dev.belay.chat.Usage;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.config.Price;
import dev.belay.provider.AfterStop;
import dev.belay.provider.Provider;
import dev.belay.repl.Terms;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The terms of a known service, or of a server about which nothing is known. Looks nothing up before it is asked. */
final class ServiceTerms implements Terms {

    private final Supplier<Optional<Provider>> service;
    private final String model;
    private final Function<String, Optional<Errand<Usage>>> accounts;
    private final Meter meter = new TokenMeter(this::price, this::counter);

    /**
     * @param service whose the model is
     * @param model the service's name of it
     * @param accounts the way to ask about an answer by its receipt
     */
    ServiceTerms(
            Supplier<Optional<Provider>> service, String model, Function<String, Optional<Errand<Usage>>> accounts) {
        this.service = service;
        this.model = model;
        this.accounts = accounts;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public boolean isFree() {
        return does(AfterStop.FREE);
    }

    @Override
    public OptionalDouble dollars(long inputTokens, long outputTokens) {
        Optional<Price> price = price();
        return price.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(price.get().of(inputTokens, outputTokens));
    }

    @Override
    public OptionalLong context() {
        String name = serviceName();
        Optional<ModelFacts> facts = name.isEmpty() ? Optional.empty() : ModelTable.find(name, model);
        return facts.isPresent() ? facts.get().context() : OptionalLong.empty();
    }

    @Override
    public String afterStop() {
        return does(AfterStop.RUNS_ON)
                ? service.get().get().name() + " goes on with a stopped answer and may bill all of it"
                : "";
    }

    @Override
    public Optional<Errand<Usage>> account(String receipt) {
        return accounts.apply(receipt);
    }

    private boolean does(AfterStop what) {
        return service.get().map(Provider::afterStop).orElse(AfterStop.UNKNOWN) == what;
    }

    private String serviceName() {
        return service.get().map(Provider::name).orElse("");
    }

    private Optional<Price> price() {
        return isFree() ? Optional.empty() : ListPrice.of(serviceName(), model);
    }

    private Optional<ToIntFunction<String>> counter() {
        return OpenAiTokens.areUsedBy(serviceName(), model)
                ? Optional.of(OpenAiTokens.counter(model))
                : Optional.empty();
    }
}
