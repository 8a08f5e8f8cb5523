package dev.belay.repl.slash;

import dev.belay.chat.Parameters;
import dev.belay.chat.Thinking;
import dev.belay.config.Parameter;
import dev.belay.config.Spelling;
import dev.belay.config.Tuning;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows or sets how the model is to answer. */
final class SetCommand implements SlashCommand {

    /** The usual ones; a model may have others. */
    private static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high");

    @Override
    public String name() {
        return "set";
    }

    @Override
    public String argument() {
        return "[KEY VALUE]";
    }

    @Override
    public String summary() {
        return "temperature, max_tokens, stop, reasoning; - resets";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        List<Suggestion> all = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            all.add(new Suggestion(parameter.word(), parameter.wanted()));
            all.add(new Suggestion(parameter.word() + " -", "what it would be"));
        }
        for (String effort : EFFORTS) {
            all.add(new Suggestion(Parameter.REASONING.word() + " " + effort));
        }
        return all;
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        String[] words = argument.split("\\s+", 2);
        Optional<Parameter> parameter = Parameter.named(words[0]);
        if (argument.isEmpty()) {
            list(List.of(Parameter.values()), repl);
        } else if (parameter.isEmpty()) {
            repl.notice("nothing is called “" + words[0] + "”" + Spelling.advice(words[0], Parameter.words()));
        } else if (words.length == 1
                || change(parameter.get(), words[1], repl.dialogue().tuning())) {
            list(List.of(parameter.get()), repl);
        } else {
            String wanted = parameter.get().wanted() + besides(parameter.get());
            repl.notice(parameter.get().word() + " must be " + wanted + ", or - for what it would be");
        }
    }

    /** The same word says how thinking is shown. */
    private static String besides(Parameter parameter) {
        return parameter == Parameter.REASONING ? ", or show, fold or hide" : "";
    }

    /** False when the text is no value for it. */
    private static boolean change(Parameter parameter, String text, Tuning tuning) {
        Optional<Parameters> value = parameter.read(text);
        boolean resets = text.equals("-");
        Optional<Thinking> shown = parameter == Parameter.REASONING ? Thinking.named(text) : Optional.empty();
        if (shown.isPresent() || resets && parameter == Parameter.REASONING) {
            tuning.thinking(shown);
        }
        if (resets || value.isPresent()) {
            tuning.set(parameter, resets ? Optional.empty() : value);
        }
        return resets || value.isPresent() || shown.isPresent();
    }

    private static String shown(Tuning tuning) {
        return switch (tuning.thinking()) {
            case SHOW -> "shown";
            case FOLD -> "folded";
            case HIDE -> "hidden";
        };
    }

    private static void list(List<Parameter> wanted, Repl repl) throws IOException {
        List<Tuning.Value> values =
                repl.dialogue().tuning().values(repl.dialogue().model().name());
        for (Parameter parameter : wanted) {
            String line = parameter.word() + ": left to the model";
            for (Tuning.Value value : values) {
                line = value.parameter() == parameter
                        ? parameter.word() + ": " + value.text() + " (" + value.origin() + ")"
                        : line;
            }
            repl.notice(
                    parameter == Parameter.REASONING
                            ? line + ", " + shown(repl.dialogue().tuning())
                            : line);
        }
    }
}
