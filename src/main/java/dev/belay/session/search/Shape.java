package dev.belay.session.search;

/** Steps over JSON without reading it. What is not certainly right is left to the parser, which knows better. */
final class Shape {

    private Shape() {}

    /**
     * The place behind a value; -1 where it is not quite right.
     *
     * @param bytes that end with a line break
     * @param depth how many values may still lie in one another
     */
    static int value(byte[] bytes, int at, int depth) {
        return switch (bytes[at]) {
            case '"' -> string(bytes, at + 1);
            case '{' -> depth == 0 ? -1 : object(bytes, at + 1, depth - 1);
            case '[' -> depth == 0 ? -1 : array(bytes, at + 1, depth - 1);
            case 't' -> word(bytes, at, "true");
            case 'f' -> word(bytes, at, "false");
            case 'n' -> word(bytes, at, "null");
            default -> number(bytes, at);
        };
    }

    private static int string(byte[] bytes, int from) {
        int at = from;
        for (; bytes[at] != '"'; at++) {
            if (bytes[at] == '\\') {
                at++;
                if ("\"\\/bfnrt".indexOf(bytes[at]) < 0) {
                    return -1;
                }
            } else if (bytes[at] >= 0 && bytes[at] < 0x20) {
                return -1;
            }
        }
        return at + 1;
    }

    private static int object(byte[] bytes, int from, int depth) {
        if (bytes[from] == '}') {
            return from + 1;
        }
        int at = from;
        while (true) {
            at = bytes[at] == '"' ? string(bytes, at + 1) : -1;
            at = at > 0 && bytes[at] == ':' ? value(bytes, at + 1, depth) : -1;
            if (at < 0 || bytes[at] != ',') {
                return at > 0 && bytes[at] == '}' ? at + 1 : -1;
            }
            at++;
        }
    }

    private static int array(byte[] bytes, int from, int depth) {
        if (bytes[from] == ']') {
            return from + 1;
        }
        int at = from;
        while (true) {
            at = value(bytes, at, depth);
            if (at < 0 || bytes[at] != ',') {
                return at > 0 && bytes[at] == ']' ? at + 1 : -1;
            }
            at++;
        }
    }

    private static int word(byte[] bytes, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return -1;
            }
        }
        return from + word.length();
    }

    /** Digits, and a fraction. */
    private static int number(byte[] bytes, int from) {
        int whole = digits(bytes, from);
        if (whole == from || bytes[from] == '0' && whole > from + 1) {
            return -1;
        }
        if (bytes[whole] != '.') {
            return whole;
        }
        int fraction = digits(bytes, whole + 1);
        return fraction == whole + 1 ? -1 : fraction;
    }

    private static int digits(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
