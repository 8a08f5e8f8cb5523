package dev.belay.cli.complete;

import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.ArrayList;
import java.util.List;

/** Completion for bash 4 and later, without any library of functions. */
final class BashScript {

    private static final String HEAD = """
            # Completion of belay for bash; made by the build, see CONTRIBUTING.md.

            # Values that belay knows, as far as they begin with the word: KIND WORD
            _belay_values() {
              local value
              while IFS=$'\\t' read -r value _; do
                [[ $value == "$2"* ]] && _belay_found+=("$value")
              done < <("${COMP_WORDS[0]/#\\~/$HOME}" completion --values "$1" -- "$2" 2>/dev/null </dev/null)
            }

            # Fixed words that begin with the word: WORD WORDS...
            _belay_words() {
              local word=$1 each
              shift
              for each; do
                [[ $each == "$word"* ]] && _belay_found+=("$each")
              done
            }

            # Files whose names begin with the word: WORD
            _belay_files() {
              local file
              while IFS= read -r file; do
                _belay_found+=("$file")
              done < <(compgen -f -- "$1")
              compopt -o filenames 2>/dev/null
              _belay_kind=files
            }

            """;

    private static final String MAIN = """
            _belay() {
              local words=() line=${COMP_LINE:0:COMP_POINT} piece before i n=0
              # bash parts words at : and =, which stand in the names of models: put together what has no blank between.
              for ((i = 0; i <= COMP_CWORD; i++)); do
                piece=${COMP_WORDS[i]}
                before=${line%%"$piece"*}
                if ((i == COMP_CWORD)); then
                  piece=${line#"${line%%[![:space:]]*}"}
                  before=${line%"$piece"}
                else
                  line=${line#"$before$piece"}
                fi
                if ((n > 0)) && [[ -z $before ]]; then words[n - 1]+=$piece; else words[n++]=$piece; fi
              done

              local whole=${words[n - 1]} command= word= option= many=0
              for ((i = 1; i < n - 1; i++)); do
                if [[ $option ]]; then
                  option=
                  continue
                fi
                case ${words[i]} in
                  --) return ;;
            @WITH_VALUE@
                  -*) ;;
                  *)
                    if [[ -z $command ]]; then command=${words[i]}; elif [[ -z $word ]]; then word=${words[i]}; fi
                    ((many++))
                    ;;
                esac
              done

              local cur=$whole quote= lead= _belay_found=() _belay_kind=
              if [[ -z $option && $cur == --*=* ]]; then
                option=${cur%%=*}
                lead=$option=
                cur=${cur#*=}
              fi
              case $cur in
                [\\"\\']*)
                  quote=${cur:0:1}
                  cur=${cur:1}
                  ;;
                *) cur=${cur//\\\\/} ;;
              esac

              if [[ $option ]]; then
                _belay_option "$option" "$cur" "$command $word"
              elif [[ $cur == -* ]]; then
                _belay_words "$cur" @OPTIONS@ $(_belay_own "$command")
              elif ((many == 0)); then
                _belay_words "$cur" @COMMANDS@
              else
                _belay_argument "$command" "$word" $many "$cur"
              fi

              # What bash takes for the word is only what stands behind the last : or =.
              local last=${COMP_WORDS[COMP_CWORD]} found
              [[ $last == [:=] ]] && last=
              local left=${whole%%"$last"}
              for found in "${_belay_found[@]}"; do
                [[ $found == */ && $_belay_kind != files ]] && compopt -o nospace 2>/dev/null
                [[ -z $quote && $_belay_kind != files ]] && printf -v found %q "$found"
                found=$lead$found
                COMPREPLY+=("${found#"$left"}")
              done
            }

            complete -F _belay belay
            """;

    private BashScript() {}

    static String of(Grammar grammar) {
        List<String> names = new ArrayList<>();
        grammar.options().forEach(option -> names.addAll(option.names()));
        List<String> commands = new ArrayList<>();
        grammar.commands().forEach(command -> commands.add(command.word()));
        String withValue = "      " + String.join(" | ", grammar.namesWithValue()) + ") option=${words[i]} ;;";
        return HEAD
                + values(grammar)
                + own(grammar)
                + arguments(grammar)
                + MAIN.replace("@WITH_VALUE@", withValue)
                        .replace("@OPTIONS@", String.join(" ", names))
                        .replace("@COMMANDS@", String.join(" ", commands));
    }

    private static String values(Grammar grammar) {
        StringBuilder text = new StringBuilder(
                "# The values of an option: OPTION WORD COMMAND\n_belay_option() {\n  case $3:$1 in\n");
        for (Command command : grammar.commands()) {
            for (Word word : command.words()) {
                word.options().forEach(option -> others(text, command.word() + "\\ " + word.word() + ":", option));
            }
        }
        text.append("  esac\n  case $1 in\n");
        List<String> done = new ArrayList<>();
        for (Option option : grammar.allOptions()) {
            List<String> names = new ArrayList<>(option.names());
            names.removeAll(done);
            done.addAll(names);
            String how = option.words().isEmpty()
                    ? offer(option.values(), "$2")
                    : "_belay_words \"$2\" " + String.join(" ", option.words());
            if (option.takesValue() && !how.isEmpty() && !names.isEmpty()) {
                text.append("    ")
                        .append(String.join(" | ", names))
                        .append(") ")
                        .append(how)
                        .append(" ;;\n");
            }
        }
        return text.append("  esac\n}\n\n").toString();
    }

    private static void others(StringBuilder text, String place, Option option) {
        text.append("    ")
                .append(place)
                .append(String.join(" | " + place, option.names()))
                .append(")\n      _belay_words \"$2\" ")
                .append(String.join(" ", option.words()))
                .append("\n      return\n      ;;\n");
    }

    private static String offer(Values values, String word) {
        return switch (values) {
            case FREE -> "";
            case FILES -> "_belay_files \"" + word + "\"";
            default -> "_belay_values " + values.word() + " \"" + word + "\"";
        };
    }

    private static String own(Grammar grammar) {
        StringBuilder text = new StringBuilder(
                "# The options that a command has besides those of all: COMMAND\n_belay_own() {\n  case $1 in\n");
        for (Command command : grammar.commands()) {
            if (!command.options().isEmpty()) {
                List<String> names = new ArrayList<>();
                command.options().forEach(option -> names.addAll(option.names()));
                text.append("    ")
                        .append(command.word())
                        .append(") echo ")
                        .append(String.join(" ", names))
                        .append(" ;;\n");
            }
        }
        return text.append("    *) ;;\n  esac\n}\n\n").toString();
    }

    private static String arguments(Grammar grammar) {
        StringBuilder text = new StringBuilder(
                "# What may follow a command: COMMAND NEXT-WORD WORDS-SO-FAR WORD\n_belay_argument() {\n  case $1:$2:$3 in\n");
        for (Command command : grammar.commands()) {
            String first = command.words().isEmpty()
                    ? offer(command.values(), "$4")
                    : "_belay_words \"$4\" "
                            + String.join(
                                    " ",
                                    command.words().stream().map(Word::word).toList());
            if (!first.isEmpty()) {
                text.append("    ")
                        .append(command.word())
                        .append("::1) ")
                        .append(first)
                        .append(" ;;\n");
            }
            for (Word word : command.words()) {
                String next = offer(word.next(), "$4");
                if (!next.isEmpty()) {
                    text.append("    ")
                            .append(command.word())
                            .append(':')
                            .append(word.word())
                            .append(":*) ");
                    text.append(next).append(" ;;\n");
                }
            }
        }
        return text.append("  esac\n}\n\n").toString();
    }
}
