package dev.belay.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Searches for a model's name among known ones: itself, else the longest that only a date or a version makes differ. */
final class Nearest<T> {

    /** What may follow a known name when the same model is meant: a date, a number of its make, or that it is the latest. */
    private static final Pattern VERSION =
            Pattern.compile("[-@](preview-)?(\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{4}|\\d{2}-\\d{2}|\\d{3,8}|latest)");

    private final String id;
    private @Nullable T found;
    private int length;

    Nearest(String id) {
        this.id = id;
    }

    /** Looks at one more; true once it is the very name, so that none can be nearer. */
    boolean isFoundWith(String known, T thing) {
        boolean same = known.equals(id);
        if (same || known.length() > length && isVersionOf(known)) {
            found = thing;
            length = known.length();
        }
        return same;
    }

    private boolean isVersionOf(String known) {
        return id.startsWith(known)
                && VERSION.matcher(id.substring(known.length())).matches();
    }

    Optional<T> found() {
        return Optional.ofNullable(found);
    }
}
