package dev.belay.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Spells out {@code -x}, whose value may be missing and is never the next word: {@code -x write a sort} asks for any code,
 * {@code -xpython} and {@code --extract=python} for Python. To the parser all of them are {@code --extract=…}.
 */
final class AttachedValues {

    private static final char LETTER = 'x';
    private static final String NAME = "--extract";

    private final CommandSpec spec;
    private final List<String> words = new ArrayList<>();

    private AttachedValues(CommandSpec spec) {
        this.spec = spec;
    }

    static String[] spelledOut(String[] words) {
        return mayHaveAny(words) ? new AttachedValues(OptionTable.root()).read(words) : words;
    }

    private static boolean mayHaveAny(String[] words) {
        for (String word : words) {
            if (word.equals(NAME) || word.startsWith("-") && !word.startsWith("--") && word.indexOf(LETTER) > 0) {
                return true;
            }
        }
        return false;
    }

    private String[] read(String[] given) {
        boolean isValue = false;
        boolean areWords = false;
        for (String word : given) {
            if (areWords || isValue) {
                words.add(word);
                isValue = false;
            } else if (word.equals("--")) {
                words.add(word);
                areWords = true;
            } else if (word.equals(NAME)) {
                words.add(NAME + "=");
            } else if (word.startsWith("--")) {
                words.add(word);
                isValue = takesNext(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                isValue = readLetters(word);
            } else {
                words.add(word);
            }
        }
        return words.toArray(new String[0]);
    }

    /** Flags in one word, such as {@code -qc}; whether the next word is the value of the last. */
    private boolean readLetters(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) == LETTER) {
                if (i > 1) {
                    words.add(word.substring(0, i));
                }
                words.add(NAME + "=" + value(word.substring(i + 1)));
                return false;
            }
            if (takesNext("-" + word.charAt(i))) {
                words.add(word);
                return i == word.length() - 1;
            }
        }
        words.add(word);
        return false;
    }

    private static String value(String rest) {
        return rest.startsWith("=") ? rest.substring(1) : rest;
    }

    private boolean takesNext(String name) {
        OptionSpec option = spec.findOption(name);
        return option != null && option.arity().max() > 0;
    }
}
