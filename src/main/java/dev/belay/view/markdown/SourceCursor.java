package dev.belay.view.markdown;

/** Follows a text through the source that it was read from, which is longer where signs were escaped or named. */
final class SourceCursor {

    private final String source;
    private final int end;
    private int next;

    SourceCursor(String source, int begin, int end) {
        this.source = source;
        this.next = begin;
        this.end = end;
    }

    /** Where the characters between the two stand, with what belongs to them; goes on behind it. */
    int place(String text, int begin, int stop) {
        int place = Math.min(next, Math.max(0, source.length() - 1));
        if (next >= end) {
            return place;
        }
        char c = text.charAt(begin);
        int close = source.charAt(next) == '&' ? source.indexOf(';', next) : -1;
        if (close > 0 && close < end && !text.startsWith(source.substring(next, close + 1), begin)) {
            next = close + 1;
        } else if (source.charAt(next) == '\\' && next + 1 < end && source.charAt(next + 1) == c) {
            next += 1 + stop - begin;
        } else if (source.charAt(next) == c) {
            next += stop - begin;
        }
        return place;
    }
}
