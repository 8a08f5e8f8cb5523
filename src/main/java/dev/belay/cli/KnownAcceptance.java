package dev.belay.cli;

import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.config.Parameter;
import dev.belay.config.Tuning;
import java.util.Optional;
import java.util.Set;

/** Which parameters a model refuses, by the table of models; read only when something is wished of all models. */
final class KnownAcceptance implements Tuning.Acceptance {

    /** Their dialects say in other ways how much to think, where a model has no words for it. */
    private static final Set<String> TRANSLATED = Set.of("anthropic", "google");

    @Override
    public boolean takes(Parameter parameter, String model) {
        int slash = model.indexOf('/');
        if (slash < 0) {
            return true;
        }
        String provider = model.substring(0, slash);
        Optional<ModelFacts> known = ModelTable.find(provider, model.substring(slash + 1));
        return switch (parameter) {
            case TEMPERATURE -> known.flatMap(ModelFacts::takesTemperature).orElse(true);
            case REASONING ->
                known.isEmpty()
                        || TRANSLATED.contains(provider)
                        || !known.get().efforts().isEmpty();
            default -> true;
        };
    }
}
