package dev.belay.config;

import dev.belay.chat.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A file that holds a role: its text is the system prompt, and at its top may be settings. Lives on one thread. */
final class RoleFile {

    private static final String IN_QUOTES = " in quotes";

    private final Path path;
    private final List<Located> mistakes = new ArrayList<>();
    private final Role role;

    private RoleFile(String name, Path path, String content) {
        this.path = path;
        FrontMatter top = FrontMatter.of(content);
        mistakes.addAll(top.mistakes());
        Entries values = values(top);
        Table table = new Table(null, List.of(name), values);
        Optional<String> prompt = table.get(Keys.PROMPT);
        String body = top.body().strip();
        int begin = top.bodyLine() + linesBefore(top.body());
        RoleText text = text(
                template(body, begin),
                begin,
                prompt.isPresent() ? template(prompt.get(), top.line(Keys.PROMPT.name())) : Optional.empty(),
                table.get(Keys.DESCRIPTION).orElse(""));
        if (mistakes.size() > 1) {
            mistakes.sort(Comparator.comparingInt(Located::line));
        }
        this.role = new Role(name, text, table.get(Keys.MODEL), table.parameters(), Params.NONE);
    }

    /** @throws ProblemException when it cannot be read at all */
    static RoleFile read(String name, Path path) {
        return new RoleFile(name, path, TextFile.read(path));
    }

    private static int linesBefore(String body) {
        int lines = 0;
        for (int i = 0; i < body.length() && Character.isWhitespace(body.charAt(i)); i++) {
            lines += body.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** What the known keys hold, without what they must not. */
    private Entries values(FrontMatter top) {
        Entries right = new Entries();
        for (String name : top.values().keySet()) {
            Key<?> key = Keys.inRoleFile(name);
            Object value = top.values().get(name);
            if (key == null) {
                mistake(top.line(name), unknown(name));
            } else if (key.kind().read(typed(value)).isPresent()) {
                right.put(name, typed(value));
            } else if (key.kind().read(value).isPresent()) {
                right.put(name, value);
            } else {
                mistake(top.line(name), name + " must be " + key.kind().wanted().replace(IN_QUOTES, ""));
            }
        }
        return right;
    }

    private static String unknown(String name) {
        return name.equals(Keys.SYSTEM.name())
                ? "the system prompt is the text below the second line ---"
                : "there is no key “" + name + "”" + Spelling.advice(name, Keys.names(Keys.IN_ROLE_FILE));
    }

    /** A number, where it reads as one. */
    private static Object typed(Object value) {
        if (value instanceof String text && text.matches("\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return value instanceof String text && text.matches("\\d{0,9}\\.\\d{1,9}")
                ? (Object) Double.valueOf(text)
                : value;
    }

    private Optional<Template> template(String text, int line) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Template.of(text));
        } catch (Template.Malformed malformed) {
            mistake(line + malformed.line(), malformed.getMessage());
            return Optional.empty();
        }
    }

    private RoleText text(Optional<Template> system, int line, Optional<Template> prompt, String description) {
        try {
            return new RoleText(system, prompt, description);
        } catch (Template.Malformed misplaced) {
            mistake(line + misplaced.line(), misplaced.getMessage());
            return new RoleText(Optional.empty(), prompt, description);
        }
    }

    private void mistake(int line, String message) {
        mistakes.add(new Located(line, message));
    }

    /** All that is not as it must be, as sentences in the order of the lines. */
    List<String> mistakes() {
        List<String> sentences = new ArrayList<>();
        for (Located mistake : mistakes) {
            sentences.add(sentence(mistake));
        }
        return sentences;
    }

    private String sentence(Located mistake) {
        return RoleFiles.shown(path) + ", line " + mistake.line() + ": " + mistake.message();
    }

    /** @throws ProblemException that names the first mistake, if there is one */
    Role role() {
        if (!mistakes.isEmpty()) {
            String sentence = sentence(mistakes.get(0));
            throw ProblemException.configuration(
                    sentence, sentence.endsWith("?") ? "" : "belay config check lists all mistakes");
        }
        return role;
    }
}
