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
            case -m --model --base-url --dialect -t --temperature --max-tokens --reasoning -f --file -s --system -r --role -p --param --truncate -o --output --schema --on-interrupt --timeout --idle-timeout --session --color --since --by -n --limit --outcome
                set skip 1
            case '-*'
            case '*'
                printf '%s\n' $word
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
complete -c belay -s m -l model -x -a '(__belay_values models)' -d 'The model to ask'
complete -c belay -l base-url -x -d 'Ask the server at this base URL'
complete -c belay -l dialect -x -a 'chat responses anthropic gemini ollama' -d 'What it speaks: chat (the default), responses, anthropic, gemini, ollama'
complete -c belay -s t -l temperature -x -d 'How freely words are chosen, such as 0.7'
complete -c belay -l max-tokens -x -d 'The longest answer, in tokens'
complete -c belay -l reasoning -x -a 'none minimal low medium high' -d 'How much to think, such as low or high'
complete -c belay -s f -l file -r -F -d 'Attach this file, of any number; - is what is piped in'
complete -c belay -s s -l system -x -d 'The system prompt'
complete -c belay -s r -l role -x -a '(__belay_values roles)' -d 'Play this role, of the config or a file; - for none'
complete -c belay -s p -l param -x -d 'Give a variable of the role this value; @FILE reads it'
complete -c belay -l truncate -x -a 'head tail middle' -d 'Cut piped text that is too long: head keeps its begin, tail its end, middle both ends'
complete -c belay -n 'not __belay_behind config path; and not __belay_behind config show; and not __belay_behind config edit; and not __belay_behind config check; and not __belay_behind sessions show; and not __belay_behind sessions export' -s o -l output -x -a 'markdown text json jsonl' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -s x -l extract -d 'Print the first block of code only; -xLANG: the first in that language'
complete -c belay -l schema -r -F -d 'Take only JSON that follows this JSON schema'
complete -c belay -l on-interrupt -x -a 'keep discard' -d 'keep or discard an answer that is stopped'
complete -c belay -l timeout -x -d 'Stop after this time, such as 30s or 2m'
complete -c belay -l idle-timeout -x -d 'Give up after this much silence (60s, 5m to the first byte)'
complete -c belay -s i -l interactive -d 'Chat, beginning with PROMPT'
complete -c belay -s c -l continue -d 'Go on with the last session'
complete -c belay -l session -x -a '(__belay_values sessions)' -d 'Go on with this session; its first letters or its title do'
complete -c belay -l no-save -d 'Keep nothing on disk'
complete -c belay -s q -l quiet -d 'Say nothing but the answer and errors'
complete -c belay -l color -x -a 'auto always never' -d 'Colours: auto, always or never'
complete -c belay -l debug -d 'Say what is sent where, and show stack traces'
complete -c belay -s V -l version -d 'Print the version'
complete -c belay -s h -l help -d 'Print this help'
complete -c belay -n '__belay_after' -a help -d 'Print a page of the manual'
complete -c belay -n '__belay_after help' -a 'start stopping keys display commands models scripts sessions stats options config files safety trouble guide'
complete -c belay -n '__belay_after' -a models -d 'List the models that can be asked'
complete -c belay -n '__belay_after models' -a '(__belay_values providers)'
complete -c belay -n '__belay_after' -a probe -d 'Ask a model and stop it: does that work, how fast?'
complete -c belay -n '__belay_after probe' -a '(__belay_values models)'
complete -c belay -n '__belay_after' -a completion -d 'Print completion for bash, zsh, fish, powershell'
complete -c belay -n '__belay_after completion' -a 'bash zsh fish powershell'
complete -c belay -n '__belay_after' -a stats -d 'Count what was asked, and what stopping spared'
complete -c belay -n '__belay_in stats' -l since -x -d 'Count from then on: 7d or 2h back, or a date such as 2026-11-20'
complete -c belay -n '__belay_in stats' -l by -x -a 'model day provider' -d 'A line for each model, day or provider'
complete -c belay -n '__belay_after' -a config -d 'The config: path, show, roles, edit, check'
complete -c belay -n '__belay_after config' -a 'path show roles edit check'
complete -c belay -n '__belay_behind config path' -s o -l output -x -a 'markdown text' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_behind config show' -s o -l output -x -a 'markdown text' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_behind config edit' -s o -l output -x -a 'markdown text' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_behind config check' -s o -l output -x -a 'markdown text' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_after' -a sessions -d 'The saved conversations: find, show, export, remove'
complete -c belay -n '__belay_in sessions' -s n -l limit -x -d 'List or find so many sessions; 0 for all'
complete -c belay -n '__belay_in sessions' -l all -d 'List or find all'
complete -c belay -n '__belay_in sessions' -l since -x -d 'Only what is newer: 7d, 2h, or a date such as 2026-11-20'
complete -c belay -n '__belay_in sessions' -l outcome -x -a 'complete interrupted failed' -d 'Only what ended so: complete, interrupted or failed'
complete -c belay -n '__belay_in sessions' -l yes -d 'Remove without asking'
complete -c belay -n '__belay_in sessions' -l force -d 'Export over a file that is there'
complete -c belay -n '__belay_after sessions' -a 'list search show export rename rm path'
complete -c belay -n '__belay_behind sessions show' -s o -l output -x -a 'markdown text json html' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_behind sessions show' -a '(__belay_values sessions)'
complete -c belay -n '__belay_behind sessions export' -s o -l output -x -a 'markdown json html' -d 'How an answer is written: markdown, text, json or jsonl'
complete -c belay -n '__belay_behind sessions export' -a '(__belay_values sessions)'
complete -c belay -n '__belay_behind sessions rename' -a '(__belay_values sessions)'
complete -c belay -n '__belay_behind sessions rm' -a '(__belay_values sessions)'
complete -c belay -n '__belay_behind sessions path' -a '(__belay_values sessions)'
