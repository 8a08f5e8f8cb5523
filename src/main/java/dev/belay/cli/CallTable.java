package dev.belay.cli;

import java.util.List;

/** How the program and its commands are called, and examples: the help prints these lines, the pages for man are made of them. */
final class CallTable {

    /** Blanks that part a call from what is said of it: more than any call has. */
    private static final String GAP = " {3,}";

    private CallTable() {}

    /** A line of the table. */
    record Call(String words, String meaning) {}

    private static List<Call> in(String table) {
        return table.lines()
                .map(line -> line.split(GAP, 2))
                .map(parts -> new Call(parts[0], parts[1]))
                .toList();
    }

    static List<Call> calls() {
        return in("""
            belay                     chat
            belay PROMPT...           ask once, answer to standard output
            ... | belay [PROMPT...]   the same, about what comes through the pipe
            belay -i PROMPT...        chat, beginning with this message
            belay -c [PROMPT...]      go on with the last session
            """);
    }

    static List<Call> examples() {
        return in("""
            belay "what does EINTR mean?"                         one question
            git diff | belay "say what has changed" > notes.txt   about piped text
            belay -f scan.pdf -f photo.jpg "the same house?"      about files
            belay -c "and in plain words?"                        after the last one
            belay -xpython "count words" > count.py               the code alone
            belay -o json "a haiku" | jq -r .text                 for programs
            belay --timeout 30s "is it German?" < letter.txt      30 seconds at most
            """);
    }

    static List<Call> calls(Subcommand command) {
        return in(
                switch (command) {
                    case HELP -> """
                belay help         the topics of the manual
                belay help TOPIC   a page of it, or the help of a command
                """;
                    case MODELS -> """
                belay models             what the provider in use offers
                belay models PROVIDER/   what another one offers
                belay models WORDS       those with WORDS in their names
                """;
                    case PROBE -> """
                belay probe         the model that would be asked
                belay probe MODEL   this one
                """;
                    case COMPLETION -> """
                belay completion bash         for ~/.bashrc
                belay completion zsh          for ~/.zshrc
                belay completion fish         for config.fish
                belay completion powershell   for the profile of PowerShell
                """;
                    case STATS -> """
                belay stats             everything together
                belay stats --by WHAT   a line for each model, day or provider
                """;
                    case CONFIG -> """
                belay config path    where the config file is
                belay config show    each value, and where it comes from
                belay config roles   the roles, with their variables
                belay config edit    open it in $EDITOR; a new one explains itself
                belay config check   name every mistake, with its line
                """;
                    case SESSIONS -> """
                belay sessions [list] [WORDS]       the newest 30, or those with WORDS
                belay sessions search WORDS         messages and answers with WORDS
                belay sessions show [ID]            show one again
                belay sessions export [ID] [FILE]   write one out: .html, .md or .json
                belay sessions rename ID TITLE      name one; the title - removes the name
                belay sessions rm ID...             remove them for good
                belay sessions path [ID]            where they lie
                """;
                });
    }

    static List<Call> examples(Subcommand command) {
        return in(
                switch (command) {
                    case HELP -> """
                belay help stopping                    what Ctrl-C does, everywhere
                belay help probe                       the help of this command
                belay help scripts | grep -A 9 jsonl   look for a word
                """;
                    case MODELS -> """
                belay models                               a table on a terminal, else names
                belay models groq/                         another provider's
                belay models mini                          those of this size
                belay models -o json | jq -r '.[].model'   for programs
                """;
                    case PROBE -> """
                belay probe                                what would be asked, where it hangs
                belay probe groq/openai/gpt-oss-120b       another model
                belay probe -o json | jq .first_token_ms   for programs
                """;
                    case COMPLETION -> """
                belay completion bash > belay.bash   for: source belay.bash
                belay completion zsh > _belay        in a folder of your fpath
                """;
                    case STATS -> """
                belay stats                                     what was asked so far
                belay stats --by model --since 7d               which models, this week
                belay stats --since 2026-11-01 -o json | jq .   for programs
                """;
                    case CONFIG -> """
                belay config edit                         begin one, or change it
                belay config check && belay config show   right, and what holds
                belay config roles -o jsonl               for programs
                """;
                    case SESSIONS -> """
                belay sessions --since 7d                  this week's
                belay sessions search --all tides          every place with this word
                belay sessions show rivers                 that with rivers in its title
                belay sessions export rivers r.html        a page for a browser
                belay sessions rename rivers "The Douro"   a better title
                belay sessions rm --yes douro              and away with it
                """;
                });
    }
}
