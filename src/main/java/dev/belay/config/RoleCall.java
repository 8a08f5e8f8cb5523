package dev.belay.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A role that is called for: its name, then {@code variable=value}, with quotes around a value that has blanks.
 *
 * @param name empty where variables alone were given
 */
public record RoleCall(String name, Params params) {

    /**
     * Reads what a person typed; a value without quotes may name a file.
     *
     * @param names of roles, one of which may look like a variable
     * @throws BadParams when something is neither name nor variable
     */
    public static RoleCall typed(String line, Collection<String> names, Params.Files files) {
        return names.contains(line) ? new RoleCall(line, Params.NONE) : new Reading(line, files).call();
    }

    /** Reads what {@link #written} has written. */
    public static RoleCall recorded(String line) {
        return new Reading(line, name -> "@" + name).call();
    }

    /** As a person could type it. */
    public String written() {
        StringBuilder line = new StringBuilder(name);
        for (Map.Entry<String, String> value : params.values().entrySet()) {
            String escaped =
                    value.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            line.append(' ')
                    .append(value.getKey())
                    .append("=\"")
                    .append(escaped)
                    .append('"');
        }
        return line.toString();
    }

    /** Goes through a line. Lives on one thread. */
    private static final class Reading {
        private final String line;
        private final Params.Files files;
        private int at;

        Reading(String line, Params.Files files) {
            this.line = line;
            this.files = files;
        }

        RoleCall call() {
            String name = name();
            Map<String, String> values = new LinkedHashMap<>();
            while (at < line.length()) {
                int equals = line.indexOf('=', at);
                String variable = line.substring(at, equals < 0 ? line.length() : equals);
                if (equals < 0 || !Template.isName(variable)) {
                    throw new BadParams(
                            "“" + line.substring(at) + "” is not name=value; a value with blanks stands in quotes");
                }
                at = equals + 1;
                values.put(variable, value());
                skipBlanks();
            }
            return new RoleCall(name, new Params(values));
        }

        /** All before the first word that is a variable. */
        private String name() {
            int equals = line.indexOf('=');
            while (equals >= 0) {
                int start = equals;
                while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
                    start--;
                }
                if (Template.isName(line.substring(start, equals))) {
                    at = start;
                    return line.substring(0, start).strip();
                }
                equals = line.indexOf('=', equals + 1);
            }
            at = line.length();
            return line.strip();
        }

        private String value() {
            boolean isQuoted = at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\'');
            if (isQuoted) {
                return quoted(line.charAt(at++));
            }
            int start = at;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            return Params.meant(line.substring(start, at), files);
        }

        /** Backslashes are understood between double quotes only, as a shell does it. */
        private String quoted(char quote) {
            StringBuilder value = new StringBuilder();
            while (at < line.length() && line.charAt(at) != quote) {
                boolean escapes = quote == '"' && line.charAt(at) == '\\' && at + 1 < line.length();
                at += escapes ? 1 : 0;
                value.append(escapes && line.charAt(at) == 'n' ? '\n' : line.charAt(at));
                at++;
            }
            if (at == line.length()) {
                throw new BadParams("a value has no end: " + quote + " is missing");
            }
            at++;
            if (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                throw new BadParams("a blank belongs between a value and “" + line.substring(at) + "”");
            }
            return value.toString();
        }

        private void skipBlanks() {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
        }
    }
}
