package dev.belay.schema;

import java.util.Objects;

/** A text is no JSON schema that could be used; the message says where and why. */
public final class BadSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSchema(String message) {
        super(message);
    }

    /** It always has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
