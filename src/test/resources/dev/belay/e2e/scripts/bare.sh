. "$lib"

same "an empty environment, as cron's" "fine" "$(cd / && env -i "$launcher" --base-url "$url" -m test-model --no-save say fine < /dev/null)"
same "an empty environment that saves" "fine" "$(env -i HOME="$HOME" "$launcher" --base-url "$url" -m test-model say fine < /dev/null)"
same "no terminal at all" "fine" "$(setsid -w belay say fine < /dev/null)"

# Locales that are no UTF-8, that are not there, and one with rules of its own for the letter I.
for locale in C de_DE.UTF-8 tr_TR; do
  same "words with LC_ALL=$locale" "GRÜßE INFO 漢字 😀" "$(LC_ALL=$locale belay --dialect chat say 'GRÜßE INFO 漢字 😀')"
  same "a pipe with LC_ALL=$locale" "grüße 漢字 😀" "$(printf 'say grüße 漢字 😀' | LC_ALL=$locale belay)"
done
