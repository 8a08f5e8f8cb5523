package dev.belay.repl.slash;

import dev.belay.config.Spelling;
import java.util.List;
import java.util.Optional;

/** All commands of the prompt, in the order in which the help shows them. */
public final class SlashCommands {

    public static final List<SlashCommand> ALL = List.of(
            new Help(),
            new Model(),
            new Models(),
            new SystemPrompt(),
            new RoleCommand(),
            new Attach(),
            new SetCommand(),
            new Continue(),
            new Retry(),
            new Edit(),
            new Undo(),
            new Copy(),
            new Clear(),
            new Sessions(),
            new Resume(),
            new Fork(),
            new Title(),
            new ExportCommand(),
            new Usage(),
            new Exit());

    private SlashCommands() {}

    public static Optional<SlashCommand> named(String name) {
        for (SlashCommand command : ALL) {
            if (command.name().equals(name)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** The command whose name is the fewest keystrokes away. */
    public static SlashCommand nearest(String name) {
        SlashCommand nearest = ALL.get(0);
        for (SlashCommand command : ALL) {
            if (Spelling.keystrokes(name, command.name()) < Spelling.keystrokes(name, nearest.name())) {
                nearest = command;
            }
        }
        return nearest;
    }
}
