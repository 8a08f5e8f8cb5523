package dev.belay.cli.complete;

import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completion for PowerShell 5 and later. Where nothing is offered PowerShell itself offers files. */
final class PowerShellScript {

    private static final String SCRIPT = """
            # Completion of belay for PowerShell; made by the build, see CONTRIBUTING.md.

            Register-ArgumentCompleter -Native -CommandName belay -ScriptBlock {
                param($word, $line, $position)

                # Option or command = what it does.
                $options = [ordered]@{
            @OPTIONS@    }
                $commands = [ordered]@{
            @COMMANDS@    }
                # Command = the options that it has besides those of all.
                $own = @{
            @OWN@    }
                # What may follow an option that takes a value: words, or @kind for values that belay knows.
                $values = @{
            @VALUES@    }
                # The same where it depends on the words before.
                $others = @{
            @OTHERS@    }
                # What may follow words.
                $follow = @{
            @FOLLOW@    }

                $program = $line.GetCommandName()
                $said = @()
                $open = ''
                foreach ($element in @($line.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $position -and $word -ne '') { break }
                    $text = $element.ToString()
                    if ($open -ne '') { $open = '' }
                    elseif ($text -ceq '--') { return }
                    elseif ($values.ContainsKey($text)) { $open = $text }
                    elseif (-not $text.StartsWith('-')) { $said += $text }
                }
                $place = @($said | Select-Object -First 2) -join ' '
                $command = @($said | Select-Object -First 1) -join ''

                $lead = ''
                $begin = $word.Trim("'", '"')
                if ($open -eq '' -and $begin -cmatch '^(--[a-z-]+)=(.*)$') {
                    $open = $Matches[1]
                    $lead = $Matches[1] + '='
                    $begin = $Matches[2]
                }

                function Offer($value, $about, $type) {
                    if (-not $value.StartsWith($begin, [StringComparison]::Ordinal)) { return }
                    if ($about -eq '') { $about = $value }
                    $text = $lead + $value
                    if ($text -notmatch '^[A-Za-z0-9_./:=+-]+$') { $text = "'" + $text.Replace("'", "''") + "'" }
                    [System.Management.Automation.CompletionResult]::new($text, $value, $type, $about)
                }

                function OfferAll($offered) {
                    foreach ($each in "$offered".Split(' ')) {
                        if ($each.StartsWith('@')) {
                            & $program completion --values $each.Substring(1) '--' $begin 2>$null | ForEach-Object {
                                $parts = "$_`t".Split("`t")
                                Offer $parts[0] $parts[1] 'ParameterValue'
                            }
                        } elseif ($each -ne '') {
                            Offer $each '' 'ParameterValue'
                        }
                    }
                }

                if ($open -ne '' -and $others.ContainsKey("$open $place")) {
                    OfferAll $others["$open $place"]
                } elseif ($open -ne '') {
                    OfferAll $values[$open]
                } elseif ($begin.StartsWith('-')) {
                    $special = @($own.Values | ForEach-Object { $_.Split(' ') })
                    $here = @("$($own[$command])".Split(' '))
                    foreach ($name in $options.Keys) {
                        if ($special -cnotcontains $name -or $here -ccontains $name) {
                            Offer $name $options[$name] 'ParameterName'
                        }
                    }
                } elseif ($said.Count -eq 0) {
                    foreach ($name in $commands.Keys) {
                        Offer $name $commands[$name] 'ParameterValue'
                    }
                } else {
                    OfferAll $follow[$place]
                }
            }
            """;

    /** Rows of a table; of two with the same key the first stands. */
    private static final class Rows {
        private final Map<String, String> rows = new LinkedHashMap<>();

        void add(String key, String value) {
            rows.putIfAbsent(key, value);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            rows.forEach((key, value) -> text.append("        ")
                    .append(quoted(key))
                    .append(" = ")
                    .append(quoted(value))
                    .append('\n'));
            return text.toString();
        }
    }

    private final Grammar grammar;

    private PowerShellScript(Grammar grammar) {
        this.grammar = grammar;
    }

    static String of(Grammar grammar) {
        return new PowerShellScript(grammar).text();
    }

    private String text() {
        Rows commands = new Rows();
        grammar.commands().forEach(command -> commands.add(command.word(), command.summary()));
        return SCRIPT.replace("@OPTIONS@", options().text())
                .replace("@COMMANDS@", commands.text())
                .replace("@OWN@", own().text())
                .replace("@VALUES@", values().text())
                .replace("@OTHERS@", others().text())
                .replace("@FOLLOW@", follow().text());
    }

    private Rows options() {
        Rows rows = new Rows();
        for (Option option : grammar.allOptions()) {
            option.names().forEach(name -> rows.add(name, option.summary()));
        }
        return rows;
    }

    private Rows own() {
        Rows rows = new Rows();
        for (Command command : grammar.commands()) {
            List<String> names = new ArrayList<>();
            command.options().forEach(option -> names.addAll(option.names()));
            if (!names.isEmpty()) {
                rows.add(command.word(), String.join(" ", names));
            }
        }
        return rows;
    }

    private Rows values() {
        Rows rows = new Rows();
        for (Option option : grammar.allOptions()) {
            if (option.takesValue()) {
                option.names().forEach(name -> rows.add(name, offered(option.words(), option.values())));
            }
        }
        return rows;
    }

    private Rows others() {
        Rows rows = new Rows();
        for (Command command : grammar.commands()) {
            for (Word word : command.words()) {
                for (Option option : word.options()) {
                    option.names()
                            .forEach(name -> rows.add(
                                    name + " " + command.word() + " " + word.word(),
                                    offered(option.words(), option.values())));
                }
            }
        }
        return rows;
    }

    private Rows follow() {
        Rows rows = new Rows();
        for (Command command : grammar.commands()) {
            List<String> words = command.words().stream().map(Word::word).toList();
            addKnown(rows, command.word(), offered(words, command.values()));
            command.words()
                    .forEach(word ->
                            addKnown(rows, command.word() + " " + word.word(), offered(List.of(), word.next())));
        }
        return rows;
    }

    private static void addKnown(Rows rows, String key, String offered) {
        if (!offered.isEmpty()) {
            rows.add(key, offered);
        }
    }

    private static String offered(List<String> words, Values values) {
        return words.isEmpty() && values.isLive() ? "@" + values.word() : String.join(" ", words);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
