package dev.belay.view.markdown;

import java.util.List;

/**
 * How much of a text is on the screen for good, by its place in the source: read again with what has come since, the same text may
 * have other glyphs. Lives on the turn's thread.
 */
final class Shown {

    /** All glyphs up to those from this place, negative for none, and so many of those. */
    private int place = -1;

    private int ofIt;

    boolean isNothing() {
        return place < 0;
    }

    /** A quick guess at how much that is. */
    int length() {
        return Math.max(0, place);
    }

    void clear() {
        place = -1;
    }

    void follow(Shown other) {
        place = other.place;
        ofIt = other.ofIt;
    }

    /** The source before this place has become shorter, or longer. */
    void move(int from, int by) {
        place += from < place ? by : 0;
    }

    /** These are shown as well, the last of them last. */
    void add(List<Glyph> glyphs) {
        Glyph last = glyphs.get(glyphs.size() - 1);
        int same = 0;
        for (int at = glyphs.size() - 1; at >= 0 && glyphs.get(at).source == last.source; at--) {
            same++;
        }
        ofIt = last.source == place ? ofIt + same : same;
        place = last.source;
    }

    /** Those that are left; a row does not begin with a blank. */
    List<Glyph> left(List<Glyph> glyphs) {
        int at = 0;
        for (int same = 0; at < glyphs.size() && glyphs.get(at).source <= place; at++) {
            same += glyphs.get(at).source == place ? 1 : 0;
            if (same > ofIt) {
                break;
            }
        }
        while (place >= 0 && at < glyphs.size() && glyphs.get(at).isBlank()) {
            at++;
        }
        return glyphs.subList(at, glyphs.size());
    }
}
