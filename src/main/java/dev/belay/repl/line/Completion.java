package dev.belay.repl.line;

import dev.belay.repl.slash.SlashCommand;
import dev.belay.repl.slash.SlashCommands;
import dev.belay.repl.slash.Suggestion;
import dev.belay.view.Cleaner;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** What Tab offers: commands, and after one of them what it says itself, or paths. */
public final class Completion implements Completer {

    private final BiFunction<SlashCommand, String, List<Suggestion>> suggestions;
    private final FileNames files;

    /** @param suggestions what may follow a command, of which something may stand there */
    public Completion(BiFunction<SlashCommand, String, List<Suggestion>> suggestions, FileNames files) {
        this.suggestions = suggestions;
        this.files = files;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String text = line.line();
        int blank = text.indexOf(' ');
        if (text.startsWith("/") && blank < 0) {
            for (SlashCommand command : SlashCommands.ALL) {
                candidates.add(candidate("/" + command.name(), "/" + command.name(), command.summary()));
            }
        } else if (text.startsWith("/")) {
            Optional<SlashCommand> command = SlashCommands.named(text.substring(1, blank));
            command.ifPresent(known -> follow(known, text, text.substring(blank).stripLeading(), candidates));
        }
    }

    /** The whole line is one word to the editor, so a candidate is a whole line, too. */
    private void follow(SlashCommand command, String text, String begun, List<Candidate> candidates) {
        if (command.takesPath()) {
            files.add(text, begun, candidates);
        }
        for (Suggestion suggestion : suggestions.apply(command, begun)) {
            if (isNextWord(suggestion.text(), begun)) {
                String description =
                        suggestion.description().isEmpty() ? null : Cleaner.clean(suggestion.description());
                candidates.add(
                        candidate("/" + command.name() + " " + suggestion.text(), suggestion.text(), description));
            }
        }
    }

    /** The second word of a suggestion is offered when the first stands there. */
    private static boolean isNextWord(String text, String begun) {
        return text.startsWith(begun) && text.lastIndexOf(' ') < begun.length();
    }

    /** A blank follows it, but for a name that goes on after its slash, or has its value to come. */
    private static Candidate candidate(String line, String shown, @Nullable String description) {
        return new Candidate(line, shown, null, description, null, null, !line.endsWith("/") && !line.endsWith("="));
    }
}
