# Completion of belay for PowerShell; made by the build, see CONTRIBUTING.md.

Register-ArgumentCompleter -Native -CommandName belay -ScriptBlock {
    param($word, $line, $position)

    # Option or command = what it does.
    $options = [ordered]@{
        '-m' = 'The model to ask'
        '--model' = 'The model to ask'
        '--base-url' = 'Ask the server at this base URL'
        '--dialect' = 'What it speaks: chat (the default), responses, anthropic, gemini, ollama'
        '-t' = 'How freely words are chosen, such as 0.7'
        '--temperature' = 'How freely words are chosen, such as 0.7'
        '--max-tokens' = 'The longest answer, in tokens'
        '--reasoning' = 'How much to think, such as low or high'
        '-f' = 'Attach this file, of any number; - is what is piped in'
        '--file' = 'Attach this file, of any number; - is what is piped in'
        '-s' = 'The system prompt'
        '--system' = 'The system prompt'
        '-r' = 'Play this role, of the config or a file; - for none'
        '--role' = 'Play this role, of the config or a file; - for none'
        '-p' = 'Give a variable of the role this value; @FILE reads it'
        '--param' = 'Give a variable of the role this value; @FILE reads it'
        '--truncate' = 'Cut piped text that is too long: head keeps its begin, tail its end, middle both ends'
        '-o' = 'How an answer is written: markdown, text, json or jsonl'
        '--output' = 'How an answer is written: markdown, text, json or jsonl'
        '-x' = 'Print the first block of code only; -xLANG: the first in that language'
        '--extract' = 'Print the first block of code only; -xLANG: the first in that language'
        '--schema' = 'Take only JSON that follows this JSON schema'
        '--on-interrupt' = 'keep or discard an answer that is stopped'
        '--timeout' = 'Stop after this time, such as 30s or 2m'
        '--idle-timeout' = 'Give up after this much silence (60s, 5m to the first byte)'
        '-i' = 'Chat, beginning with PROMPT'
        '--interactive' = 'Chat, beginning with PROMPT'
        '-c' = 'Go on with the last session'
        '--continue' = 'Go on with the last session'
        '--session' = 'Go on with this session; its first letters or its title do'
        '--no-save' = 'Keep nothing on disk'
        '-q' = 'Say nothing but the answer and errors'
        '--quiet' = 'Say nothing but the answer and errors'
        '--color' = 'Colours: auto, always or never'
        '--debug' = 'Say what is sent where, and show stack traces'
        '-V' = 'Print the version'
        '--version' = 'Print the version'
        '-h' = 'Print this help'
        '--help' = 'Print this help'
        '--since' = 'Count from then on: 7d or 2h back, or a date such as 2026-11-20'
        '--by' = 'A line for each model, day or provider'
        '-n' = 'List or find so many sessions; 0 for all'
        '--limit' = 'List or find so many sessions; 0 for all'
        '--all' = 'List or find all'
        '--outcome' = 'Only what ended so: complete, interrupted or failed'
        '--yes' = 'Remove without asking'
        '--force' = 'Export over a file that is there'
    }
    $commands = [ordered]@{
        'help' = 'Print a page of the manual'
        'models' = 'List the models that can be asked'
        'probe' = 'Ask a model and stop it: does that work, how fast?'
        'completion' = 'Print completion for bash, zsh, fish, powershell'
        'stats' = 'Count what was asked, and what stopping spared'
        'config' = 'The config: path, show, roles, edit, check'
        'sessions' = 'The saved conversations: find, show, export, remove'
    }
    # Command = the options that it has besides those of all.
    $own = @{
        'stats' = '--since --by'
        'sessions' = '-n --limit --all --since --outcome --yes --force'
    }
    # What may follow an option that takes a value: words, or @kind for values that belay knows.
    $values = @{
        '-m' = '@models'
        '--model' = '@models'
        '--base-url' = ''
        '--dialect' = 'chat responses anthropic gemini ollama'
        '-t' = ''
        '--temperature' = ''
        '--max-tokens' = ''
        '--reasoning' = 'none minimal low medium high'
        '-f' = ''
        '--file' = ''
        '-s' = ''
        '--system' = ''
        '-r' = '@roles'
        '--role' = '@roles'
        '-p' = ''
        '--param' = ''
        '--truncate' = 'head tail middle'
        '-o' = 'markdown text json jsonl'
        '--output' = 'markdown text json jsonl'
        '--schema' = ''
        '--on-interrupt' = 'keep discard'
        '--timeout' = ''
        '--idle-timeout' = ''
        '--session' = '@sessions'
        '--color' = 'auto always never'
        '--since' = ''
        '--by' = 'model day provider'
        '-n' = ''
        '--limit' = ''
        '--outcome' = 'complete interrupted failed'
    }
    # The same where it depends on the words before.
    $others = @{
        '-o config path' = 'markdown text'
        '--output config path' = 'markdown text'
        '-o config show' = 'markdown text'
        '--output config show' = 'markdown text'
        '-o config edit' = 'markdown text'
        '--output config edit' = 'markdown text'
        '-o config check' = 'markdown text'
        '--output config check' = 'markdown text'
        '-o sessions show' = 'markdown text json html'
        '--output sessions show' = 'markdown text json html'
        '-o sessions export' = 'markdown json html'
        '--output sessions export' = 'markdown json html'
    }
    # What may follow words.
    $follow = @{
        'help' = 'start stopping keys display commands models scripts sessions stats options config files safety trouble guide'
        'models' = '@providers'
        'probe' = '@models'
        'completion' = 'bash zsh fish powershell'
        'config' = 'path show roles edit check'
        'sessions' = 'list search show export rename rm path'
        'sessions show' = '@sessions'
        'sessions export' = '@sessions'
        'sessions rename' = '@sessions'
        'sessions rm' = '@sessions'
        'sessions path' = '@sessions'
    }

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
