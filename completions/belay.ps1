# Completion of belay for PowerShell; made by the build, see CONTRIBUTING.md.

Register-ArgumentCompleter -Native -CommandName belay -ScriptBlock {
    param($word, $line, $position)

    # Option or command = what may follow it: @kind for values that belay knows, or the words themselves.
    $options = [ordered]@{
        '-m' = @(@('@models'), 'The model to ask')
        '--model' = @(@('@models'), 'The model to ask')
        '--base-url' = @(@(''), 'Ask the server at this base URL, such as http://127.0.0.1:8080/v1')
        '--dialect' = @(@('chat', 'responses', 'anthropic', 'gemini', 'ollama'), 'What it speaks: chat (the default), responses, anthropic, gemini, ollama')
        '-s' = @(@(''), 'The system prompt')
        '--system' = @(@(''), 'The system prompt')
        '-r' = @(@('@roles'), 'Play this role, of the config or a file; - for none')
        '--role' = @(@('@roles'), 'Play this role, of the config or a file; - for none')
        '-p' = @(@(''), 'Give a variable of the role this value; @FILE reads it')
        '--param' = @(@(''), 'Give a variable of the role this value; @FILE reads it')
        '-f' = @(@(''), 'Attach this file, of any number; - is what is piped in')
        '--file' = @(@(''), 'Attach this file, of any number; - is what is piped in')
        '--truncate' = @(@('head', 'tail', 'middle'), 'Cut piped text that is too long: head keeps its begin, tail its end, middle both ends')
        '-t' = @(@(''), 'How freely words are chosen, such as 0.7')
        '--temperature' = @(@(''), 'How freely words are chosen, such as 0.7')
        '--max-tokens' = @(@(''), 'The longest answer, in tokens')
        '--reasoning' = @(@('none', 'minimal', 'low', 'medium', 'high'), 'How much to think, such as low or high')
        '-x' = @($null, 'Print the first block of code only; -xLANG: the first in that language')
        '--extract' = @($null, 'Print the first block of code only; -xLANG: the first in that language')
        '-i' = @($null, 'Chat, beginning with PROMPT')
        '--interactive' = @($null, 'Chat, beginning with PROMPT')
        '-c' = @($null, 'Go on with the last session')
        '--continue' = @($null, 'Go on with the last session')
        '--session' = @(@('@sessions'), 'Go on with this session; its first letters or its title do')
        '--timeout' = @(@(''), 'Stop after this time, such as 30s or 2m')
        '--idle-timeout' = @(@(''), 'Give up after this much silence (60s, 5m to the first byte)')
        '--no-save' = @($null, 'Keep nothing on disk')
        '-q' = @($null, 'Say nothing but the answer and errors')
        '--quiet' = @($null, 'Say nothing but the answer and errors')
        '-o' = @(@('text', 'markdown', 'json', 'jsonl', 'html'), 'How an answer is written: markdown, text, json or jsonl')
        '--output' = @(@('text', 'markdown', 'json', 'jsonl', 'html'), 'How an answer is written: markdown, text, json or jsonl')
        '--schema' = @(@(''), 'Take only JSON that follows this JSON schema')
        '--on-interrupt' = @(@('keep', 'discard'), 'keep or discard an answer that is stopped')
        '--color' = @(@('auto', 'always', 'never'), 'Colours: auto, always or never')
        '--debug' = @($null, 'Say what is sent where, and show stack traces')
        '-V' = @($null, 'Print the version')
        '--version' = @($null, 'Print the version')
        '-h' = @($null, 'Print this help')
        '--help' = @($null, 'Print this help')
        '--since' = @(@(''), 'Count from then on: 7d or 2h back, or a date such as 2026-11-20')
        '--by' = @(@('model', 'provider', 'day'), 'A line for each model, day or provider')
        '-n' = @(@(''), 'List or find so many sessions; 0 for all')
        '--limit' = @(@(''), 'List or find so many sessions; 0 for all')
        '--all' = @($null, 'List or find all')
        '--outcome' = @(@('complete', 'interrupted', 'failed'), 'Only what ended so: complete, interrupted or failed')
        '--yes' = @($null, 'Remove without asking')
        '--force' = @($null, 'Export over a file that is there')
    }
    $own = @{
        '--since' = @('stats')
        '--by' = @('stats')
        '-n' = @('sessions')
        '--limit' = @('sessions')
        '--all' = @('sessions')
        '--outcome' = @('sessions')
        '--yes' = @('sessions')
        '--force' = @('sessions')
    }
    $commands = [ordered]@{
        'help' = 'Print a page of the manual'
        'models' = 'List the models that can be asked'
        'probe' = 'Ask a model and stop it: does that work, how fast?'
        'completion' = 'Print completion for bash, zsh, fish, powershell'
        'stats' = 'Count what was asked, and what stopping spared'
        'config' = 'The config: path, show, roles, edit, check'
        'sessions' = 'List, search, show, export, rename or remove saved conversations'
    }
    $follow = @{
        'help' = @('start', 'stopping', 'keys', 'display', 'commands', 'models', 'scripts', 'sessions', 'stats', 'options', 'config', 'files', 'safety', 'trouble', 'guide')
        'help start' = @('')
        'help stopping' = @('')
        'help keys' = @('')
        'help display' = @('')
        'help commands' = @('')
        'help models' = @('')
        'help scripts' = @('')
        'help sessions' = @('')
        'help stats' = @('')
        'help options' = @('')
        'help config' = @('')
        'help files' = @('')
        'help safety' = @('')
        'help trouble' = @('')
        'help guide' = @('')
        'models' = @('@models')
        'probe' = @('@models')
        'completion' = @('bash', 'zsh', 'fish', 'powershell')
        'completion bash' = @('')
        'completion zsh' = @('')
        'completion fish' = @('')
        'completion powershell' = @('')
        'stats' = @('')
        'config' = @('path', 'show', 'roles', 'edit', 'check')
        'config path' = @('')
        'config show' = @('')
        'config roles' = @('')
        'config edit' = @('')
        'config check' = @('')
        'sessions' = @('list', 'search', 'show', 'export', 'rename', 'rm', 'path')
        'sessions list' = @('')
        'sessions search' = @('')
        'sessions show' = @('@sessions')
        'sessions export' = @('@sessions')
        'sessions rename' = @('@sessions')
        'sessions rm' = @('@sessions')
        'sessions path' = @('@sessions')
    }

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
                        $text = if ($parts[0] -match '\s') { "'" + $parts[0].Replace("'", "''") + "'" } else { $parts[0] }
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
