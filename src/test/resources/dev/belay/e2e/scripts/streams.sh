. "$lib"

same "stdin closed" "fine" "$(belay say fine <&-)"
same "stderr closed" "fine" "$(belay say fine 2>&-)"
same "stdin and stderr closed" "fine" "$(belay say fine <&- 2>&-)"
same "stdin from /dev/null" "fine" "$(belay say fine < /dev/null)"

code=0
belay say fine >&- 2> err.txt || code=$?
same "stdout closed" 1 "$code"
said=$(cat err.txt)
same "which is said" "the answer cannot be written: standard output is closed; look where it goes, then ask again" "${said#* }"
code=0
belay say fine <&- >&- 2>&- || code=$?
same "all closed" 1 "$code"

{ code=0; belay flood 2> err.txt || code=$?; echo "$code" > code; } | head -c 1 > out.txt
same "the reader has gone" 141 "$(cat code)"
same "nothing is said of it" "" "$(cat err.txt)"
same "what it read" 1 "$(($(wc -c < out.txt)))"

code=0
belay < . > out.txt 2> err.txt || code=$?
same "a folder on stdin" 2 "$code"
