package dev.belay.cli;

import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are read together, in the order in which a newcomer comes to need them. Only help and manual ask for these. */
enum OptionGroup {
    MODEL("Model", OptionTable::model),
    QUESTION("Question", OptionTable::question),
    ANSWER("Answer", OptionTable::answer),
    CONVERSATION("Conversation", OptionTable::conversation),
    BEHAVIOUR("Behaviour", OptionTable::behaviour);

    private final String heading;
    private final Consumer<CommandSpec> rows;

    OptionGroup(String heading, Consumer<CommandSpec> rows) {
        this.heading = heading;
        this.rows = rows;
    }

    String heading() {
        return heading;
    }

    List<OptionSpec> options() {
        CommandSpec spec = CommandSpec.create();
        rows.accept(spec);
        return spec.options();
    }
}
