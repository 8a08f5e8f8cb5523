package dev.belay.wire;

/**
 * Where a proxy was named, and the text there, which may hold a password: it is never shown.
 *
 * @param name of the variable or the setting
 * @param text as it was given
 */
public record ProxySetting(String name, String text) {

    @Override
    public String toString() {
        return name;
    }
}
