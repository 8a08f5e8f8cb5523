# What the scripts share; plain POSIX. The test gives them belay on the PATH, $launcher and an empty folder to work in.
# The model answers "say WORDS" with WORDS, "hang" with "one two " and never more, "flood" with words without end,
# "refuse" with an error, "code" with two blocks of code, and anything else with what it was asked.
set -u

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 99
}

# same WHAT EXPECTED ACTUAL
same() {
  [ "$2" = "$3" ] || die "$1: expected <$2>, got <$3>"
}

# Starts belay in the background, as $job, its answer going into a pipe that is open here as 3; returns once two words came.
hang() {
  rm -f pipe
  mkfifo pipe
  "$@" > pipe &
  job=$!
  exec 3< pipe
  same "the words before the signal" "one two " "$(head -c 8 <&3)"
}

# Waits for $job, and that its output ends; its exit code is in $code.
ended() {
  code=0
  wait "$job" || code=$?
  same "what came after the signal" "" "$(cat <&3)"
  exec 3<&-
}
