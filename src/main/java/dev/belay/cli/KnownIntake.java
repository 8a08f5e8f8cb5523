package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.provider.Provider;
import dev.belay.repl.Intake;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a model takes, by the table of models, which is read when it matters; anything is tried where that knows nothing.
 *
 * @param service whose the model is
 * @param model the service's name of it
 */
record KnownIntake(Supplier<Optional<Provider>> service, String model) implements Intake {

    @Override
    public boolean takes(Attachment.Kind kind) {
        return facts().map(known -> known.takes().isEmpty() || known.takes().contains(kind))
                .orElse(true);
    }

    @Override
    public boolean takesPrefill() {
        return facts().map(ModelFacts::takesPrefill).orElse(false);
    }

    private Optional<ModelFacts> facts() {
        return service.get().flatMap(provider -> ModelTable.find(provider.name(), model));
    }
}
