# The strict mode of scripts: a failure ends them, and so it must be one.
set -eu
(set -o pipefail) 2> /dev/null && set -o pipefail
. "$lib"

belay say fine | cat > out.txt
same "an answer in strict mode" "fine" "$(cat out.txt)"

code=0
belay refuse > out.txt 2> err.txt || code=$?
same "the code of a failure" 1 "$code"
[ -s err.txt ] || die "nothing was said of the failure"
same "the answer of a failure" "" "$(cat out.txt)"

belay refuse 2> /dev/null && die "a failure passed for success"
if belay -x say no code 2> /dev/null; then die "an answer without code passed for code"; fi

if (set -o pipefail) 2> /dev/null; then
  belay refuse 2> /dev/null | cat && die "a failure in a pipe passed for success"
  code=0
  belay flood | head -c 1 > out.txt || code=$?
  same "pipefail and a reader that leaves" 141 "$code"
fi
exit 0
