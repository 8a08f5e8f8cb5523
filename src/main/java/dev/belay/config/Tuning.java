package dev.belay.config;

import dev.belay.chat.Parameters;
import dev.belay.chat.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How models are asked to answer, after all who have a say in it: what was set at the prompt, then the options, the role, the
 * config's word on the model, and its word on all models. Lives on the conversation's thread.
 */
public final class Tuning {

    /** Nothing was said by anybody. */
    public static Tuning none() {
        return new Tuning(Settings.NONE, Parameters.NONE, (parameter, model) -> true);
    }

    private final Settings settings;
    private final Parameters options;
    private final Acceptance acceptance;
    private Parameters set = Parameters.NONE;
    private Optional<Role> role = Optional.empty();
    private Optional<Thinking> thinking = Optional.empty();

    /** Knows what models take. What is wished for all of them is kept from those that refuse it. */
    public interface Acceptance {

        /**
         * True when nothing is known against it.
         *
         * @param model {@code PROVIDER/MODEL}
         */
        boolean takes(Parameter parameter, String model);
    }

    /**
     * What a parameter is, and why.
     *
     * @param text its value, in words
     * @param origin who has said so
     */
    public record Value(Parameter parameter, String text, String origin) {}

    /**
     * What a model is told before the conversation.
     *
     * @param origin who has said so
     */
    public record Instruction(String text, String origin) {}

    /** One that has a say, and what it says. */
    private record Voice(String origin, Parameters parameters) {}

    /** @param options what the command line says */
    public Tuning(Settings settings, Parameters options, Acceptance acceptance) {
        this.settings = settings;
        this.options = options;
        this.acceptance = acceptance;
    }

    public Settings settings() {
        return settings;
    }

    public Optional<Role> role() {
        return role;
    }

    /** Plays this role from here on; empty for none. */
    public void role(Optional<Role> next) {
        role = next;
    }

    /** What the model is sent for a person's words. */
    public String message(String words) {
        return role.isPresent() ? role.get().message(words) : words;
    }

    /** Sets a parameter from here on; one that is empty goes back to what it would be. */
    public void set(Parameter parameter, Optional<Parameters> value) {
        set = value.orElse(Parameters.NONE).or(parameter.without(set));
    }

    /** How thinking is shown from here on; empty for what it would be. */
    public void thinking(Optional<Thinking> next) {
        thinking = next;
    }

    /** How thinking is shown. */
    public Thinking thinking() {
        return thinking.isPresent()
                ? thinking.get()
                : settings.get(Keys.REASONING).flatMap(Thinking::named).orElse(Thinking.SHOW);
    }

    /** How a model is asked. */
    public Parameters of(String model) {
        Parameters all = Parameters.NONE;
        for (Voice voice : voices(model)) {
            all = all.or(voice.parameters());
        }
        return all.or(accepted(model));
    }

    /** What {@link #of} consists of, for a person to read. */
    public List<Value> values(String model) {
        List<Voice> voices = voices(model);
        voices.add(new Voice("from the config", settings.parameters()));
        List<Value> values = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            value(parameter, voices, model).ifPresent(values::add);
        }
        return values;
    }

    private Optional<Value> value(Parameter parameter, List<Voice> voices, String model) {
        for (Voice voice : voices) {
            Optional<String> text = parameter.in(voice.parameters());
            if (text.isPresent()) {
                boolean isSent = parameter.in(of(model)).isPresent();
                return Optional.of(new Value(
                        parameter, text.get(), voice.origin() + (isSent ? "" : "; left out, this model refuses it")));
            }
        }
        return Optional.empty();
    }

    private List<Voice> voices(String model) {
        List<Voice> voices = new ArrayList<>();
        voices.add(new Voice("set here", set));
        voices.add(new Voice("by option", options));
        role.ifPresent(playing -> voices.add(new Voice("from the role " + playing.name(), playing.parameters())));
        for (ModelRule rule : settings.rules(model)) {
            voices.add(new Voice("from the config for " + rule.pattern(), rule.parameters()));
        }
        return voices;
    }

    /** What is wished for all models, without what this one is known to refuse. */
    private Parameters accepted(String model) {
        Parameters wished = settings.parameters();
        for (Parameter parameter : Parameter.values()) {
            if (parameter.in(wished).isPresent() && !acceptance.takes(parameter, model)) {
                wished = parameter.without(wished);
            }
        }
        return wished;
    }

    /** The system prompt of a conversation that begins with this model; its text is empty where nobody has said one. */
    public Instruction system(String model) {
        Optional<String> played = role.isPresent() ? role.get().system() : Optional.empty();
        if (played.isPresent()) {
            return new Instruction(played.get(), "from the role " + role.get().name());
        }
        for (ModelRule rule : settings.rules(model)) {
            if (rule.system().isPresent()) {
                return new Instruction(rule.system().get(), "from the config for " + rule.pattern());
            }
        }
        return new Instruction(settings.get(Keys.SYSTEM).orElse(""), "from the config");
    }
}
