package dev.belay.cli.complete;

import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.ArrayList;
import java.util.List;

/** Completion for fish 3 and later. */
final class FishScript {

    private static final String HEAD = """
            # Completion of belay for fish; made by the build, see CONTRIBUTING.md.

            # Values that belay knows: KIND
            function __belay_values
                set -l program (commandline -opc)[1]
                set -l word (string unescape -- (commandline -ct); or commandline -ct)
                set word (string replace -r -- '^--[a-z-]+=' '' "$word")
                $program completion --values $argv[1] -- "$word" 2>/dev/null </dev/null
            end

            # The words so far that are no options and no values of options.
            function __belay_words
                set -l skip
                for word in (commandline -opc)[2..-1]
                    if test -n "$skip"
                        set skip
                        continue
                    end
                    switch $word
                        case %s
                            set skip 1
                        case '-*'
                        case '*'
                            printf '%%s\\n' $word
                    end
                end
            end

            # Whether these are the words so far.
            function __belay_after
                set -l words (__belay_words)
                test "$words" = "$argv"
            end

            # Whether this is the first of the words so far.
            function __belay_in
                set -l words (__belay_words)
                test "$words[1]" = "$argv[1]"
            end

            # Whether the words so far begin with these two.
            function __belay_behind
                set -l words (__belay_words)
                test "$words[1]" = "$argv[1]" -a "$words[2]" = "$argv[2]"
            end

            complete -c belay -f
            """;

    private FishScript() {}

    static String of(Grammar grammar) {
        StringBuilder text = new StringBuilder(HEAD.formatted(String.join(" ", grammar.namesWithValue())));
        grammar.options()
                .forEach(option -> option(text, option, grammar.varies(option) ? elsewhere(grammar, option) : ""));
        for (Command command : grammar.commands()) {
            complete(text, "__belay_after", "-a " + command.word() + " -d " + quoted(command.summary()));
            command.options().forEach(option -> option(text, option, "__belay_in " + command.word()));
            arguments(text, command);
        }
        return text.toString();
    }

    private static void arguments(StringBuilder text, Command command) {
        String after = "__belay_after " + command.word();
        if (command.words().isEmpty()) {
            value(text, after, command.values());
        }
        if (!command.words().isEmpty()) {
            complete(
                    text,
                    after,
                    "-a '"
                            + String.join(
                                    " ",
                                    command.words().stream().map(Word::word).toList()) + "'");
        }
        for (Word word : command.words()) {
            word.options()
                    .forEach(option -> option(text, option, "__belay_behind " + command.word() + " " + word.word()));
            value(text, "__belay_behind " + command.word() + " " + word.word(), word.next());
        }
    }

    /** Where an option takes its usual words. */
    private static String elsewhere(Grammar grammar, Option option) {
        List<String> conditions = new ArrayList<>();
        for (Command command : grammar.commands()) {
            for (Word word : command.words()) {
                if (word.options().stream().anyMatch(other -> other.names().equals(option.names()))) {
                    conditions.add("not __belay_behind " + command.word() + " " + word.word());
                }
            }
        }
        return String.join("; and ", conditions);
    }

    private static void value(StringBuilder text, String when, Values values) {
        if (values.isLive()) {
            complete(text, when, "-a '(__belay_values " + values.word() + ")'");
        } else if (values == Values.FILES) {
            complete(text, when, "-F");
        }
    }

    private static void option(StringBuilder text, Option option, String when) {
        StringBuilder how = new StringBuilder();
        for (String name : option.names()) {
            how.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .append(' ');
        }
        if (option.takesValue()) {
            how.append(option.values() == Values.FILES ? "-r -F " : "-x ");
        }
        if (!option.words().isEmpty()) {
            how.append("-a '").append(String.join(" ", option.words())).append("' ");
        } else if (option.values().isLive()) {
            how.append("-a '(__belay_values ").append(option.values().word()).append(")' ");
        }
        complete(text, when, how + "-d " + quoted(option.summary()));
    }

    private static void complete(StringBuilder text, String when, String how) {
        text.append("complete -c belay ")
                .append(when.isEmpty() ? "" : "-n '" + when + "' ")
                .append(how)
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
