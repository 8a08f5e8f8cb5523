package dev.belay.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns English text into the stems that a search compares. */
final class Words {
    private static final Set<String> STOP = Set.of("""
            a an the is are was were be been am do does did i my me mine you your it its of to in on at for \
            with and or but if then what when who whom how why can could should would will shall may might \
            must there here this that these those by from as not no nor so have has had having we us our \
            they them their he she his her please tell about happen happens get got gets want wants need \
            needs just some any im ive id dont doesnt cant isnt whats wheres hows thats let lets give show \
            explain mean means hello hi hey thanks thank good morning evening day ok okay yes use uses used \
            using put make makes made work works still help anything something everything other others \
            another""".split(" "));

    private Words() {}

    static List<String> stems(String text) {
        List<String> raw = split(text);
        List<String> stems = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String word = raw.get(i);
            // "control c" is how people write the key they were told to press.
            if (isControl(word) && i + 1 < raw.size() && raw.get(i + 1).length() == 1) {
                word = "ctrl-" + raw.get(++i);
            }
            add(word, stems);
        }
        return stems;
    }

    /** Takes off the endings that do not change what a word is about; the rest need not be a word. */
    static String stem(String word) {
        String stem = word;
        if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            stem = stem.endsWith("ies") ? cut(stem, 3) + "y" : cut(stem, 1);
        }
        if (stem.length() > 5 && stem.endsWith("ing")) {
            stem = cut(stem, 3);
        } else if (stem.length() > 4 && stem.endsWith("ed")) {
            stem = cut(stem, 2);
        }
        if (stem.length() > 3 && stem.endsWith("e")) {
            stem = cut(stem, 1);
        }
        return doubled(stem) ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static boolean doubled(String word) {
        int last = word.length() - 1;
        return last > 2 && Character.isLetter(word.charAt(last)) && word.charAt(last) == word.charAt(last - 1);
    }

    private static boolean isControl(String word) {
        return word.equals("ctrl") || word.equals("control") || word.equals("strg");
    }

    private static void add(String word, List<String> stems) {
        int hyphen = word.indexOf('-', 1);
        if (hyphen < 0) {
            addUnlessStop(word.startsWith("-") && word.length() > 2 ? word.substring(1) : word, stems);
            return;
        }
        String head = word.substring(0, hyphen);
        stems.add((isControl(head) ? "ctrl" : head) + word.substring(hyphen));
        for (String part : word.split("-")) {
            if (part.length() > 1) {
                addUnlessStop(isControl(part) ? "ctrl" : part, stems);
            }
        }
    }

    private static void addUnlessStop(String word, List<String> stems) {
        if (word.length() > 1 && !STOP.contains(word)) {
            stems.add(stem(word));
        }
    }

    private static List<String> split(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c == '^' && word.isEmpty()) {
                word.append("ctrl-");
            } else if (joins(c, word, lower, i)) {
                word.append('-');
            } else if (!isApostrophe(c)) {
                finish(word, words);
            }
        }
        return words;
    }

    /** A hyphen or plus belongs to the word when a letter follows: {@code ctrl-c}, {@code Ctrl+C}, {@code -q}. */
    private static boolean joins(char c, StringBuilder word, String text, int at) {
        boolean followed = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return followed && (c == '-' || c == '+' && !word.isEmpty());
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty() && word.charAt(word.length() - 1) != '-') {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
