package dev.belay.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A named service: a dialect at an address, with a key.
 *
 * @param name as in {@code -m NAME/MODEL}
 * @param dialect what it speaks
 * @param baseUrl of its API; empty where only the user knows it
 * @param baseUrlVariable the environment variable that replaces the base URL; empty for none
 * @param keys environment variables that may hold its key, the first that is set counts; empty for a service without keys.
 *     A name that ends in {@code _TOKEN} holds a bearer token.
 * @param model what is asked when nobody names a model; empty for none
 * @param choosing when it may be asked
 * @param afterStop what it does when an answer is stopped
 * @param traits where it departs from its dialect
 */
public record Provider(
        String name,
        Dialects dialect,
        String baseUrl,
        String baseUrlVariable,
        List<String> keys,
        String model,
        Choosing choosing,
        AfterStop afterStop,
        Set<Trait> traits) {

    /** When a provider may be asked. */
    public enum Choosing {
        /** By name, or because its key is in the environment. */
        BY_KEY,
        /** By name only: its key is in many environments for other reasons, or there is none. */
        BY_NAME
    }

    /** A service that is asked as soon as its key is there. */
    static Provider of(String name, Dialects dialect, String baseUrl, String... keys) {
        return new Provider(
                name, dialect, baseUrl, "", List.of(keys), "", Choosing.BY_KEY, AfterStop.UNKNOWN, Set.of());
    }

    /** A server on this machine: asked by name, and costs nothing. */
    static Provider local(String name, Dialects dialect, String baseUrl, String... keys) {
        return new Provider(name, dialect, baseUrl, "", List.of(keys), "", Choosing.BY_NAME, AfterStop.FREE, Set.of());
    }

    Provider asking(String defaultModel) {
        return new Provider(name, dialect, baseUrl, baseUrlVariable, keys, defaultModel, choosing, afterStop, traits);
    }

    Provider at(String variable) {
        return new Provider(name, dialect, baseUrl, variable, keys, model, choosing, afterStop, traits);
    }

    Provider byName() {
        return new Provider(name, dialect, baseUrl, baseUrlVariable, keys, model, Choosing.BY_NAME, afterStop, traits);
    }

    Provider stopped(AfterStop what) {
        return new Provider(name, dialect, baseUrl, baseUrlVariable, keys, model, choosing, what, traits);
    }

    Provider with(Trait... departures) {
        Set<Trait> all = EnumSet.copyOf(new ArrayList<>(Arrays.asList(departures)));
        return new Provider(name, dialect, baseUrl, baseUrlVariable, keys, model, choosing, afterStop, all);
    }
}
