package dev.belay.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A text with variables: <code>{{name}}</code>, or <code>{{name=default}}</code> for one that need not be given. A backslash
 * before the braces takes their meaning away; of more than two braces the inner ones count.
 *
 * @param written as it stands there
 * @param parts in their order
 */
public record Template(String written, List<Part> parts) {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final int SHOWN = 30;

    public Template {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of the text, or a place for a value.
     *
     * @param text the piece; of a variable its name
     * @param isVariable what of both it is
     * @param otherwise a variable's default
     * @param line of the text in which a variable stands, from 0
     */
    record Part(String text, boolean isVariable, Optional<String> otherwise, int line) {}

    /** What is in braces and is no variable. Caught where it is known in which file the text stands. */
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int line;

        /** @param line of the text, from 0 */
        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        /** It always has one. */
        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }

        int line() {
            return line;
        }
    }

    /** @throws Malformed when braces hold no variable */
    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            if (open > at && text.charAt(open - 1) == '\\') {
                piece.append(text, at, open - 1).append(OPEN);
                at = open + OPEN.length();
            } else {
                int inner = innermost(text, open);
                piece.append(text, at, inner);
                addPiece(piece, parts);
                int close = text.indexOf(CLOSE, inner);
                parts.add(variable(text, inner, close));
                at = close + CLOSE.length();
            }
        }
        piece.append(text, at, text.length());
        addPiece(piece, parts);
        return new Template(text, parts);
    }

    private static int innermost(String text, int open) {
        int inner = open;
        while (text.startsWith(OPEN, inner + 1)) {
            inner++;
        }
        return inner;
    }

    private static void addPiece(StringBuilder piece, List<Part> parts) {
        if (piece.length() > 0) {
            parts.add(new Part(piece.toString(), false, Optional.empty(), 0));
            piece.setLength(0);
        }
    }

    private static Part variable(String text, int open, int close) {
        if (close < 0) {
            throw new Malformed(line(text, open), "“{{” has no “}}”; \\{{ stands for braces that are no variable");
        }
        String inside = text.substring(open + OPEN.length(), close);
        int equals = inside.indexOf('=');
        String name = (equals < 0 ? inside : inside.substring(0, equals)).strip();
        if (!isName(name)) {
            throw new Malformed(
                    line(text, open),
                    "“{{" + shortened(inside) + "}}” is no variable; write {{name}} or {{name=default}},"
                            + " and \\{{ for braces that are none");
        }
        Optional<String> otherwise = equals < 0
                ? Optional.empty()
                : Optional.of(inside.substring(equals + 1).strip());
        return new Part(name, true, otherwise, line(text, open));
    }

    /** Letters, digits, _ and -, of which the first is no digit and no dash. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = Character.isLetter(c) || c == '_' || i > 0 && (Character.isDigit(c) || c == '-');
            if (!fits) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String shortened(String inside) {
        String line = inside.replace('\n', ' ');
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static int line(String text, int end) {
        int line = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }

    /** The variables by name, in their order; a default that is said in one place holds in all. */
    public Map<String, Optional<String>> variables() {
        Map<String, Optional<String>> variables = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.isVariable()) {
                Optional<String> earlier = variables.getOrDefault(part.text(), Optional.empty());
                variables.put(part.text(), earlier.isPresent() ? earlier : part.otherwise());
            }
        }
        return variables;
    }

    /** The text with these values; what is in a value is not looked at. Each variable has a value or is left out. */
    public String filled(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.isVariable() ? values.getOrDefault(part.text(), "") : part.text());
        }
        return text.toString();
    }
}
