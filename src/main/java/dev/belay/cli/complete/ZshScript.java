package dev.belay.cli.complete;

import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.List;

/** Completion for zsh 5 and later. */
final class ZshScript {

    private static final String HEAD = """
            #compdef belay
            # Completion of belay for zsh; made by the build, see CONTRIBUTING.md.

            # Values that belay knows, the kind last; what is before that is for compadd.
            _belay_values() {
              local -a lines values shown open about how
              local line value kind=$@[-1]
              how=($@[1,-2])
              lines=("${(@f)$(${(Q)_belay_program} completion --values $kind -- "${(Q)PREFIX}" 2>/dev/null </dev/null)}")
              for line in $lines; do
                value=${line%%$'\\t'*}
                if [[ -z $value ]]; then
                  continue
                elif [[ $value == */ ]]; then
                  open+=("$value")
                  about+=("$value${${line#$value}:+ -- ${line#*$'\\t'}}")
                else
                  values+=("$value")
                  shown+=("$value${${line#$value}:+ -- ${line#*$'\\t'}}")
                fi
              done
              (( $#open )) && compadd $how -S '' -l -d about -a open
              (( $#values )) && compadd $how -l -d shown -a values
            }

            """;

    private ZshScript() {}

    static String of(Grammar grammar) {
        StringBuilder text = new StringBuilder(HEAD);
        commands(text, grammar);
        arguments(text, grammar);
        grammar.options().stream().filter(grammar::varies).forEach(option -> words(text, grammar, option));
        text.append("_belay() {\n  local _belay_program=$words[1] curcontext=$curcontext\n  local -a options line\n");
        text.append("  typeset -A opt_args\n  options=(\n");
        grammar.options().forEach(option -> spec(text, option, "    ", actionOf(grammar, option)));
        text.append("  )\n  case ${$(_belay_command)%% *} in\n");
        for (Command command : grammar.commands()) {
            if (!command.options().isEmpty()) {
                text.append("    ").append(command.word()).append(")\n      options+=(\n");
                command.options().forEach(option -> spec(text, option, "        ", actionOf(grammar, option)));
                text.append("      )\n      ;;\n");
            }
        }
        text.append("  esac\n  _arguments -C -s -S $options '1: :_belay_commands' '*: :_belay_arguments'\n}\n\n");
        text.append("""
                if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                  _belay "$@"
                else
                  compdef _belay belay
                fi
                """);
        return text.toString();
    }

    private static void commands(StringBuilder text, Grammar grammar) {
        text.append("_belay_commands() {\n  local -a commands\n  commands=(\n");
        for (Command command : grammar.commands()) {
            text.append("    ")
                    .append(quoted(command.word() + ":" + command.summary().replace(":", "\\:")))
                    .append('\n');
        }
        text.append("  )\n  _describe command commands\n}\n\n");
        text.append(
                "# The first two words that are no options and no option's values.\n_belay_command() {\n  local word skip\n  local -a said\n");
        text.append(
                "  for word in ${words[2,CURRENT-1]}; do\n    if [[ -n $skip ]]; then\n      skip=\n      continue\n    fi\n");
        text.append("    case $word in\n      ")
                .append(String.join("|", grammar.namesWithValue()))
                .append(") skip=1 ;;\n");
        text.append("      -*) ;;\n      *) said+=($word) ;;\n    esac\n  done\n  print -r -- ${said[1,2]}\n}\n\n");
    }

    private static void arguments(StringBuilder text, Grammar grammar) {
        text.append(
                "# What may follow a command; $line has the words so far.\n_belay_arguments() {\n  case $line[1]:$line[2] in\n");
        for (Command command : grammar.commands()) {
            for (Word word : command.words()) {
                String next = action(word.next(), List.of());
                if (!next.isBlank()) {
                    text.append("    ")
                            .append(command.word())
                            .append(':')
                            .append(word.word())
                            .append(')');
                    text.append(" (( $#line > 2 )) && ").append(next).append(" ;;\n");
                }
            }
        }
        text.append("  esac\n  (( $#line == 2 )) || return\n  case $line[1] in\n");
        for (Command command : grammar.commands()) {
            String first = command.words().isEmpty()
                    ? action(command.values(), List.of())
                    : "compadd -- "
                            + String.join(
                                    " ",
                                    command.words().stream().map(Word::word).toList());
            if (!first.isBlank()) {
                text.append("    ")
                        .append(command.word())
                        .append(") ")
                        .append(first)
                        .append(" ;;\n");
            }
        }
        text.append("  esac\n}\n\n");
    }

    /** The words of an option that takes others after some word of a command. */
    private static void words(StringBuilder text, Grammar grammar, Option option) {
        text.append(function(option)).append("() {\n  case $(_belay_command) in\n");
        for (Command command : grammar.commands()) {
            for (Word word : command.words()) {
                for (Option other : word.options()) {
                    if (other.names().equals(option.names())) {
                        text.append("    '")
                                .append(command.word())
                                .append(' ')
                                .append(word.word())
                                .append("') compadd \"$@\" -- ")
                                .append(String.join(" ", other.words()))
                                .append(" ;;\n");
                    }
                }
            }
        }
        text.append("    *) compadd \"$@\" -- ")
                .append(String.join(" ", option.words()))
                .append(" ;;\n  esac\n}\n\n");
    }

    private static String function(Option option) {
        return "_belay_words_" + option.names().get(option.names().size() - 1).replaceAll("[^a-z]", "");
    }

    private static String actionOf(Grammar grammar, Option option) {
        return grammar.varies(option) ? function(option) : action(option.values(), option.words());
    }

    private static void spec(StringBuilder text, Option option, String indent, String action) {
        List<String> names = option.names();
        String rest =
                "[" + option.summary().replace("[", "\\[").replace("]", "\\]").replace(":", "\\:") + "]";
        if (option.takesValue()) {
            String label = option.label().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z/|@]", "");
            rest += ":" + label + ":" + action;
        }
        boolean repeats = option.label().equals("PATH");
        String both = repeats ? "*" : names.size() > 1 ? "(" + String.join(" ", names) + ")" : "";
        for (String name : names) {
            String end = !option.takesValue() ? "" : name.startsWith("--") ? "=" : "+";
            text.append(indent).append(quoted(both + name + end + rest)).append('\n');
        }
    }

    private static String action(Values values, List<String> words) {
        if (!words.isEmpty()) {
            return "(" + String.join(" ", words) + ")";
        }
        return switch (values) {
            case FREE -> " ";
            case FILES -> "_files";
            default -> "_belay_values " + values.word();
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
