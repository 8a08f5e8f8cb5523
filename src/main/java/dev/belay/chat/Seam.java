package dev.belay.chat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is missing between the end of a text and what came when it was gone on with, where neither has a blank there: mostly
 * nothing, a word was cut. Models leave the first blank out, too, and then the text itself may tell.
 */
final class Seam {

    /** A shorter pair of words is as likely the two halves of one. */
    private static final int CLEAR = 7;

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern LAST_WORD = Pattern.compile("\\p{L}{2,}$");
    private static final Pattern FIRST_WORD = Pattern.compile("^\\p{L}{2,}");
    private static final Pattern SENTENCE_END = Pattern.compile("\\p{Ll}[.!?:]$");
    private static final Pattern SENTENCE = Pattern.compile("^\\p{Lu}\\p{Ll}*[ \n,].*", Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("^\\s*([-*+] )");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{1,6})([.)] )");

    private Seam() {}

    static String between(String before, String after) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        if (Fence.isOpenIn(before)) {
            return Fence.begins(after) && !before.endsWith("`") ? "\n" : "";
        }
        if (beginsLine(line, after)) {
            return "\n";
        }
        boolean isInCode = line.chars().filter(c -> c == '`').count() % 2 == 1;
        return !isInCode && (beginsSentence(before, after) || areTwoWords(before, after)) ? " " : "";
    }

    /** The next item of a list, or the next row of a table. */
    private static boolean beginsLine(String line, String after) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.find() && line.length() > bullet.end() && after.startsWith(bullet.group(1))) {
            return true;
        }
        Matcher number = NUMBER.matcher(line);
        if (number.find() && after.startsWith(Integer.parseInt(number.group(1)) + 1 + number.group(2))) {
            return true;
        }
        return line.startsWith("| ") && line.endsWith(" |") && after.startsWith("| ");
    }

    private static boolean beginsSentence(String before, String after) {
        return SENTENCE_END.matcher(before).find() && SENTENCE.matcher(after).matches();
    }

    /** Both are words of this text, and what they would be together is none. */
    private static boolean areTwoWords(String before, String after) {
        Matcher last = LAST_WORD.matcher(before);
        Matcher first = FIRST_WORD.matcher(after);
        if (!last.find() || !first.find()) {
            return false;
        }
        String one = last.group().toLowerCase(Locale.ROOT);
        String two = first.group().toLowerCase(Locale.ROOT);
        if (one.length() + two.length() < CLEAR) {
            return false;
        }
        Set<String> known = words(before.substring(0, last.start()));
        known.addAll(words(after.substring(first.end())));
        return known.contains(one) && known.contains(two) && !known.contains(one + two);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
