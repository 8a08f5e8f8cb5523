. "$lib"

# timeout: its own code, the words that came, and the model is stopped.
code=0
timeout 3 belay hang > out.txt 2> err.txt < /dev/null || code=$?
same "the code of timeout" 124 "$code"
same "the answer of timeout" "one two " "$(cat out.txt; echo)"

# nohup: a hangup is ignored, and any other signal is not.
hang nohup belay hang 2> err.txt
kill -HUP "$job"
kill -0 "$job" || die "a hangup ended it under nohup"
kill -TERM "$job"
ended
same "terminated under nohup" 143 "$code"

# A background job of a script ignores SIGINT, and belay leaves that so.
hang belay hang
kill -INT "$job"
kill -0 "$job" || die "an interrupt ended a background job"
kill -TERM "$job"
ended
same "terminated in the background" 143 "$code"

# A background job and wait.
belay say fine > out.txt < /dev/null &
wait "$!" || die "the background job failed"
same "a background job" "fine" "$(cat out.txt)"

# A trap of the script's that ends its own job.
hang belay hang
trap 'kill -TERM "$job"' USR1
kill -USR1 "$$"
ended
trap - USR1
same "ended by a trap" 143 "$code"
