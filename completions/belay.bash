# Completion of belay for bash; made by the build, see CONTRIBUTING.md.

# Values that belay knows, as far as they begin with the word: KIND WORD
_belay_values() {
  local value
  while IFS=$'\t' read -r value _; do
    [[ $value == "$2"* ]] && _belay_found+=("$value")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" completion --values "$1" -- "$2" 2>/dev/null </dev/null)
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

# The values of an option: OPTION WORD COMMAND
_belay_option() {
  case $3:$1 in
    config\ path:-o | config\ path:--output)
      _belay_words "$2" markdown text
      return
      ;;
    config\ show:-o | config\ show:--output)
      _belay_words "$2" markdown text
      return
      ;;
    config\ edit:-o | config\ edit:--output)
      _belay_words "$2" markdown text
      return
      ;;
    config\ check:-o | config\ check:--output)
      _belay_words "$2" markdown text
      return
      ;;
    sessions\ show:-o | sessions\ show:--output)
      _belay_words "$2" markdown text json html
      return
      ;;
    sessions\ export:-o | sessions\ export:--output)
      _belay_words "$2" markdown json html
      return
      ;;
  esac
  case $1 in
    -m | --model) _belay_values models "$2" ;;
    --dialect) _belay_words "$2" chat responses anthropic gemini ollama ;;
    --reasoning) _belay_words "$2" none minimal low medium high ;;
    -f | --file) _belay_files "$2" ;;
    -r | --role) _belay_values roles "$2" ;;
    --truncate) _belay_words "$2" head tail middle ;;
    -o | --output) _belay_words "$2" markdown text json jsonl ;;
    --schema) _belay_files "$2" ;;
    --on-interrupt) _belay_words "$2" keep discard ;;
    --session) _belay_values sessions "$2" ;;
    --color) _belay_words "$2" auto always never ;;
    --by) _belay_words "$2" model day provider ;;
    --outcome) _belay_words "$2" complete interrupted failed ;;
  esac
}

# The options that a command has besides those of all: COMMAND
_belay_own() {
  case $1 in
    stats) echo --since --by ;;
    sessions) echo -n --limit --all --since --outcome --yes --force ;;
    *) ;;
  esac
}

# What may follow a command: COMMAND NEXT-WORD WORDS-SO-FAR WORD
_belay_argument() {
  case $1:$2:$3 in
    help::1) _belay_words "$4" start stopping keys display commands models scripts sessions stats options config files safety trouble guide ;;
    models::1) _belay_values providers "$4" ;;
    probe::1) _belay_values models "$4" ;;
    completion::1) _belay_words "$4" bash zsh fish powershell ;;
    config::1) _belay_words "$4" path show roles edit check ;;
    sessions::1) _belay_words "$4" list search show export rename rm path ;;
    sessions:show:*) _belay_values sessions "$4" ;;
    sessions:export:*) _belay_values sessions "$4" ;;
    sessions:rename:*) _belay_values sessions "$4" ;;
    sessions:rm:*) _belay_values sessions "$4" ;;
    sessions:path:*) _belay_values sessions "$4" ;;
  esac
}

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
      -m | --model | --base-url | --dialect | -t | --temperature | --max-tokens | --reasoning | -f | --file | -s | --system | -r | --role | -p | --param | --truncate | -o | --output | --schema | --on-interrupt | --timeout | --idle-timeout | --session | --color | --since | --by | -n | --limit | --outcome) option=${words[i]} ;;
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
    [\"\']*)
      quote=${cur:0:1}
      cur=${cur:1}
      ;;
    *) cur=${cur//\\/} ;;
  esac

  if [[ $option ]]; then
    _belay_option "$option" "$cur" "$command $word"
  elif [[ $cur == -* ]]; then
    _belay_words "$cur" -m --model --base-url --dialect -t --temperature --max-tokens --reasoning -f --file -s --system -r --role -p --param --truncate -o --output -x --extract --schema --on-interrupt --timeout --idle-timeout -i --interactive -c --continue --session --no-save -q --quiet --color --debug -V --version -h --help $(_belay_own "$command")
  elif ((many == 0)); then
    _belay_words "$cur" help models probe completion stats config sessions
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
