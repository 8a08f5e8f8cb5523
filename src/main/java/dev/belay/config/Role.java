package dev.belay.config;

import dev.belay.chat.Parameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part for the model to play.
 *
 * @param model who plays it, as {@code -m} takes it; empty for whoever is asked anyway
 * @param params values for the variables in its text
 */
public record Role(String name, RoleText text, Optional<String> model, Parameters parameters, Params params) {

    /**
     * The same with these values for its variables.
     *
     * @param others variables that belong elsewhere, and are passed over
     * @throws BadParams when a value is missing or not wanted
     */
    public Role with(Params given, Collection<String> others) {
        Set<String> wanted = new LinkedHashSet<>(variables().keySet());
        wanted.addAll(others);
        given.check(wanted, called());
        given.complete(variables(), called());
        return new Role(name, text, model, parameters, given.only(variables().keySet()));
    }

    /**
     * The same with the values that it had before; those are passed over that it has no variable for any more.
     *
     * @throws BadParams when one is missing
     */
    public Role again(Params former) {
        return with(former.only(variables().keySet()), List.of());
    }

    /** For one whose system prompt is another's affair. */
    public Role withoutSystem() {
        return new Role(
                name, new RoleText(Optional.empty(), text.prompt(), text.description()), model, parameters, params);
    }

    /** In a sentence. */
    public String called() {
        return "the role " + name;
    }

    /** What can be given, with the defaults. */
    public Map<String, Optional<String>> variables() {
        return text.variables();
    }

    /** Its system prompt, if it has one. */
    public Optional<String> system() {
        return text.system().isPresent() ? Optional.of(text.system().get().filled(values())) : Optional.empty();
    }

    private Map<String, String> values() {
        return params.complete(text.variables(), called());
    }

    /** What is said for a person's words: these, in the place that the role has for them, else behind what it says. */
    public String message(String input) {
        if (text.prompt().isEmpty()) {
            return input;
        }
        Template prompt = text.prompt().get();
        Map<String, String> values = new LinkedHashMap<>(values());
        Optional<String> otherwise = prompt.variables().getOrDefault(RoleText.INPUT, Optional.empty());
        values.put(RoleText.INPUT, input.isBlank() ? otherwise.orElse(input) : input);
        String said = prompt.filled(values);
        return prompt.variables().containsKey(RoleText.INPUT) || input.isBlank() ? said : said + "\n\n" + input;
    }

    /** Whether it has something to say without any words of the person's. */
    public boolean speaksByItself() {
        return hasPrompt()
                && text.prompt()
                        .get()
                        .variables()
                        .getOrDefault(RoleText.INPUT, Optional.of(""))
                        .isPresent();
    }

    public boolean hasPrompt() {
        return text.prompt().isPresent();
    }

    /** What it says of itself; may be empty. */
    public String description() {
        return text.description();
    }

    /** Its system prompt with the variables as they stand there. */
    public Optional<String> writtenSystem() {
        return text.system().map(Template::written);
    }

    /** Its template for messages with the variables as they stand there. */
    public Optional<String> writtenPrompt() {
        return text.prompt().map(Template::written);
    }

    /** What it is about, for a list: as it describes itself, else its text. */
    public String about() {
        return description().isEmpty() ? writtenSystem().or(this::writtenPrompt).orElse("") : description();
    }

    /** How it was called for, so that it can be again: its name and the values. */
    public String call() {
        return new RoleCall(name, params).written();
    }
}
