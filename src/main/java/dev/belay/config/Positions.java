package dev.belay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Knows on which line each key stands. Takes long to load, and is asked only when there is something to explain. */
final class Positions {

    private final TomlParseResult toml;

    private Positions(TomlParseResult toml) {
        this.toml = toml;
    }

    static Positions in(String text) {
        return new Positions(Toml.parse(text));
    }

    /** The line of a key, or of the nearest thing around it; 0 when not even that is known. */
    int line(List<String> path) {
        for (int length = path.size(); length > 0; length--) {
            TomlPosition position = position(path.subList(0, length));
            if (position != null) {
                return position.line();
            }
        }
        return 0;
    }

    private @Nullable TomlPosition position(List<String> path) {
        try {
            return toml.inputPositionOf(path);
        } catch (IllegalArgumentException noTable) {
            return null;
        }
    }

    /** All that is no TOML, in the order of the lines. */
    List<SyntaxError> errors() {
        List<SyntaxError> errors = new ArrayList<>();
        for (TomlParseError error : toml.errors()) {
            errors.add(SyntaxError.of(
                    error.position().line(), error.position().column(), Objects.toString(error.getMessage())));
        }
        return errors;
    }
}
