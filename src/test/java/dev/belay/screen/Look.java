package dev.belay.screen;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;

/**
 * How a character looks.
 *
 * @param link where a click on it leads; empty for nowhere
 */
public record Look(Set<Attribute> attributes, Colour fore, Colour back, String link) {
    /** What SGR can switch on besides colours; the word is that of golden screens. */
    public enum Attribute {
        BOLD("b"),
        DIM("dim"),
        ITALIC("i"),
        UNDERLINE("u"),
        BLINK("blink"),
        INVERSE("inv"),
        HIDDEN("hidden"),
        STRIKE("s");

        private final String word;

        Attribute(String word) {
            this.word = word;
        }
    }

    public static final Look PLAIN = new Look(Set.of(), Colour.DEFAULT, Colour.DEFAULT, "");

    public boolean is(Attribute attribute) {
        return attributes.contains(attribute);
    }

    /** Whether a person sees it on a blank. */
    boolean showsOnBlank() {
        return !back.equals(Colour.DEFAULT)
                || !link.isEmpty()
                || is(Attribute.UNDERLINE)
                || is(Attribute.INVERSE)
                || is(Attribute.STRIKE);
    }

    Look with(Attribute attribute) {
        Set<Attribute> more = EnumSet.of(attribute);
        more.addAll(attributes);
        return new Look(Set.copyOf(more), fore, back, link);
    }

    Look without(Attribute... which) {
        Set<Attribute> fewer = EnumSet.noneOf(Attribute.class);
        fewer.addAll(attributes);
        fewer.removeAll(Set.of(which));
        return new Look(Set.copyOf(fewer), fore, back, link);
    }

    Look fore(Colour colour) {
        return new Look(attributes, colour, back, link);
    }

    Look back(Colour colour) {
        return new Look(attributes, fore, colour, link);
    }

    Look link(String target) {
        return new Look(attributes, fore, back, target);
    }

    /** What an erased cell looks like: of the colours only the background's stays. */
    Look erased() {
        return back.equals(Colour.DEFAULT) ? PLAIN : PLAIN.back(back);
    }

    /** Its words, as {@code b red on-black →https://example.com}; empty for plain. */
    public String words() {
        StringJoiner words = new StringJoiner(" ");
        for (Attribute attribute : Attribute.values()) {
            if (is(attribute)) {
                words.add(attribute.word);
            }
        }
        if (!fore.equals(Colour.DEFAULT)) {
            words.add(fore.name());
        }
        if (!back.equals(Colour.DEFAULT)) {
            words.add("on-" + back.name());
        }
        if (!link.isEmpty()) {
            words.add("→" + link);
        }
        return words.toString();
    }
}
