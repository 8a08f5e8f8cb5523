package dev.belay.cli.complete;

import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.List;

/** Completion for PowerShell 7. */
final class PowerShellScript {

    private static final String HEAD = """
            # Completion of belay for PowerShell; made by the build, see CONTRIBUTING.md.

            Register-ArgumentCompleter -Native -CommandName belay -ScriptBlock {
                param($word, $line, $position)

                # Option or command = what may follow it: @kind for values that belay knows, or the words themselves.
                $options = [ordered]@{
            %s    }
                $own = @{
            %s    }
                $commands = [ordered]@{
            %s    }
                $follow = @{
            %s    }

                $said = @()
                $open = $null
                foreach ($element in $line.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -ge $position -and $word -ne '') { break }
                    $text = $element.ToString()
                    if ($open) { $open = $null; continue }
                    if ($options.Contains($text) -and $options[$text][0]) { $open = $text; continue }
                    if (-not $text.StartsWith('-')) { $said += $text }
                }

                function Offer($values) {
                    foreach ($value in $values) {
                        if ($value.StartsWith('@')) {
                            & belay completion --values $value.Substring(1) '--' $word 2>$null | ForEach-Object {
                                $parts = $_ -split "`t", 2
                                if ($parts[0].StartsWith($word)) {
                                    $text = if ($parts[0] -match '\\s') { "'" + $parts[0].Replace("'", "''") + "'" } else { $parts[0] }
                                    [System.Management.Automation.CompletionResult]::new(
                                        $text, $parts[0], 'ParameterValue', $(if ($parts[1]) { $parts[1] } else { $parts[0] }))
                                }
                            }
                        } elseif ($value.StartsWith($word)) {
                            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $value)
                        }
                    }
                }

                if ($open) {
                    Offer $options[$open][0]
                } elseif ($word.StartsWith('-')) {
                    foreach ($name in $options.Keys) {
                        $isOwn = $own.ContainsKey($name)
                        if ($name.StartsWith($word) -and (-not $isOwn -or $own[$name] -contains $said[0])) {
                            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterName', $options[$name][1])
                        }
                    }
                } elseif ($said.Count -eq 0) {
                    foreach ($name in $commands.Keys) {
                        if ($name.StartsWith($word)) {
                            [System.Management.Automation.CompletionResult]::new($name, $name, 'Command', $commands[$name])
                        }
                    }
                } else {
                    Offer $follow[$said -join ' ']
                }
            }
            """;

    private PowerShellScript() {}

    static String of(Grammar grammar) {
        StringBuilder options = new StringBuilder();
        StringBuilder own = new StringBuilder();
        StringBuilder commands = new StringBuilder();
        StringBuilder follow = new StringBuilder();
        grammar.options().forEach(option -> option(options, option));
        for (Command command : grammar.commands()) {
            row(commands, command.word(), quoted(command.summary()));
            for (Option option : command.options()) {
                if (grammar.options().stream()
                        .noneMatch(shared -> shared.names().equals(option.names()))) {
                    option(options, option);
                    option.names().forEach(name -> row(own, name, "@(" + quoted(command.word()) + ")"));
                }
            }
            List<String> first = command.words().isEmpty()
                    ? offer(command.values(), List.of())
                    : command.words().stream().map(Word::word).toList();
            row(follow, command.word(), list(first));
            for (Word word : command.words()) {
                row(follow, command.word() + " " + word.word(), list(offer(word.next(), List.of())));
            }
        }
        return HEAD.formatted(options, unique(own.toString()), commands, follow);
    }

    /** An option that several commands have stands once. */
    private static String unique(String rows) {
        StringBuilder kept = new StringBuilder();
        for (String row : rows.split("(?<=\n)")) {
            String key = row.substring(0, row.indexOf('=') + 1);
            if (kept.indexOf(key) < 0) {
                kept.append(row);
            }
        }
        return kept.toString();
    }

    private static void option(StringBuilder rows, Option option) {
        for (String name : option.names()) {
            String values = option.takesValue() ? list(offer(option.values(), option.words())) : "$null";
            String row = "        " + quoted(name) + " = @(" + values + ", " + quoted(option.summary()) + ")\n";
            if (rows.indexOf("        " + quoted(name) + " =") < 0) {
                rows.append(row);
            }
        }
    }

    private static List<String> offer(Values values, List<String> words) {
        if (!words.isEmpty()) {
            return words;
        }
        return values.isLive() ? List.of("@" + values.word()) : List.of("");
    }

    private static String list(List<String> values) {
        return "@("
                + String.join(
                        ", ", values.stream().map(PowerShellScript::quoted).toList()) + ")";
    }

    private static void row(StringBuilder rows, String key, String value) {
        rows.append("        ").append(quoted(key)).append(" = ").append(value).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
