package dev.belay.provider;

/** A base URL that is none. */
public final class BadUrl extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadUrl(String url) {
        super("“" + url + "” is no base URL; write one like http://127.0.0.1:8080/v1");
    }
}
