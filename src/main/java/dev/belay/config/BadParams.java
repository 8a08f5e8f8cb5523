package dev.belay.config;

import java.util.List;
import java.util.Objects;

/** Values for variables that are missing, unknown or not written as they must be. */
public final class BadParams extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    public BadParams(String message) {
        super(message);
        this.missing = List.of();
    }

    /** @param whose variables these are, which have no value */
    BadParams(String whose, List<String> missing) {
        super(whose + " needs " + String.join(" and ", missing));
        this.missing = List.copyOf(missing);
    }

    /** It always has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /**
     * What is wrong and what to do.
     *
     * @param before what stands before each name where values are given
     */
    public String sentence(String before) {
        if (missing.isEmpty()) {
            return (before.isEmpty() ? "" : before.strip() + ": ") + getMessage();
        }
        StringBuilder sentence = new StringBuilder(getMessage());
        for (String name : missing) {
            sentence.append(sentence.length() == getMessage().length() ? ": give " : " ");
            sentence.append(before).append(name).append("=…");
        }
        return sentence.toString();
    }
}
