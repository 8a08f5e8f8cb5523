. "$lib"

same "words" "a b" "$(belay say a b)"
same "a pipe in" "from the pipe" "$(printf 'say from the pipe' | belay)"
same "a pipe in and out" "FROM" "$(printf 'say from' | belay | tr a-z A-Z)"
same "a chain" "a b" "$(printf 'a b' | belay | sed 's/^/say /' | belay)"
same "a file in" "in the file" "$(printf 'say in the file' > in.txt && belay < in.txt)"

same "a here-document" "line 1
line 2" "$(belay << 'END'
say line 1
line 2
END
)"

same "an unquoted value of several lines" "1
2" "$(words='say 1
2'; belay "$words")"

belay say kept > out.txt 2> err.txt
same "a file out" "kept" "$(cat out.txt)"
same "nothing beside it" "" "$(cat err.txt)"

same "code" "print('hi')" "$(belay -xpython code)"
same "code into a shell" "hello from the code" "$(belay -x code | sh)"

# A loop that reads keeps its input when belay is given another.
loop=$(printf 'a\nb\nc\n' | while read -r word; do belay say "$word" < /dev/null; printf ' '; done)
same "a loop that reads" "a b c " "$loop"

# Without that, belay reads what is left of it, as it reads every pipe.
loop=$(printf 'say a\nb\nc\n' | while read -r word; do belay "$word"; done)
same "a loop whose input is read by belay" "a

b
c" "$loop"

loop=$(for word in a b; do belay say "$word"; printf ' '; done < /dev/null)
same "a for loop" "a b " "$loop"
