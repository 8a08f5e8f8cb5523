. "$lib"

code_of() {
  code=0
  "$@" > out.txt 2> err.txt < /dev/null || code=$?
}

code_of belay say fine
same complete 0 "$code"
code_of belay refuse
same refused 1 "$code"
code_of belay --no-such-option
same usage 2 "$code"
code_of belay -f no-such-file hello
same "a file that is not there" 2 "$code"
code_of "$launcher" -m openai/gpt-4o hello
same "no key" 3 "$code"
code_of belay --timeout 3s hang
same "time limit" 124 "$code"
same "what came before the time limit" "one two " "$(cat out.txt; echo)"

hang belay hang
kill -HUP "$job"
ended
same hangup 129 "$code"

hang belay hang
kill -TERM "$job"
ended
same terminated 143 "$code"

# In the foreground, for the shells have their background jobs ignore it.
mkfifo words
{ head -c 8 > /dev/null; kill -INT "$(cat pid)"; cat > /dev/null; } < words &
code=0
sh -c 'echo $$ > pid; exec belay hang' > words || code=$?
same interrupted 130 "$code"
wait

{ code=0; belay flood || code=$?; echo "$code" > code; } | head -c 1 > out.txt
same "a reader that leaves" 141 "$(cat code)"
