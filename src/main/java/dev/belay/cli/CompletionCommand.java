package dev.belay.cli;

import dev.belay.cli.complete.Shell;
import dev.belay.config.Spelling;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints what a shell needs for completion, and answers its scripts. */
final class CompletionCommand {

    private static final String VALUES = "--values";

    private CompletionCommand() {}

    /** For the scripts only: whoever types gets no use of it. */
    static void describe(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(VALUES)
                .paramLabel("KIND")
                .arity("1")
                .type(String.class)
                .hidden(true)
                .description("Print the values of this kind that begin with WORD.")
                .build());
    }

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        if (options.text(VALUES).isPresent()) {
            context.print(new LiveValues(context, String.join(" ", words))
                    .of(options.text(VALUES).get()));
            return Exit.COMPLETE;
        }
        List<String> shells = Arrays.stream(Shell.values()).map(Shell::word).toList();
        String word = String.join(" ", words);
        Shell shell = Shell.named(word)
                .orElseThrow(() -> new UsageException(
                        word.isEmpty()
                                ? "completion: name the shell: " + String.join(", ", shells)
                                : "completion: there is nothing for “" + word + "”" + Spelling.advice(word, shells)));
        context.print(shell.script(CommandGrammar.get()));
        return Exit.COMPLETE;
    }
}
