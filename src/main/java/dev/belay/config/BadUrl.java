package dev.belay.config;

import java.util.Objects;

/** A base URL that is none. */
public final class BadUrl extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** One that holds more than may be shown; it is not repeated for that reason. */
    BadUrl() {
        super("a base URL must not hold a password, a query or a fragment; keys come from the environment");
    }

    BadUrl(String url) {
        super("“" + url + "” is no base URL; write one like http://127.0.0.1:8080/v1");
    }

    /** It always has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
