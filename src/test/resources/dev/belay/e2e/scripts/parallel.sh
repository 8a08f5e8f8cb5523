. "$lib"

printf '%s\n' a b c d e f g h | xargs -P 4 -I @ sh -c 'belay say answer @ > out.@ < /dev/null'
for word in a b c d e f g h; do
  same "a parallel answer" "answer $word" "$(cat "out.$word")"
done
same "a session each" 8 "$(($(ls "$XDG_DATA_HOME/belay/sessions" | grep -c 'jsonl$')))"
