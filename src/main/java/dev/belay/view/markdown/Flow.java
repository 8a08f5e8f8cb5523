package dev.belay.view.markdown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph or a heading while it comes.
 *
 * <p>What may still change stays in the row that is being written; a row before it is finished once nothing in it can be read
 * otherwise. That is decided at the ends of words, wherever the pieces were cut, so that the rows are the same in the end. What
 * is in finished rows is forgotten, so the work does not grow with the paragraph. Lives on the turn's thread.
 */
final class Flow implements Leaf {

    /** After so many more characters it is looked again whether a row that waits can be finished. */
    private static final int STEP = 24;

    /** Of a link that is longer the rest is text. */
    private static final int LONGEST = 2_000;

    /** More of them one behind the other are left out. */
    private static final int MOST_BLANKS = 100;

    private final Inline inline;
    private final Guess guess;
    private final RowWriter writer;
    private final Margin margin;
    private final StringBuilder rest = new StringBuilder();
    private int look;
    private char before = ' ';
    private int due;
    private int width;

    /** What is shown of the rest. */
    private final Shown shown = new Shown();

    /** What the row that is being written shows of it. */
    private List<Glyph> seen = List.of();

    /** Whether rows of the rest are finished. */
    private boolean partly;

    /** Blanks at the end of the rest. */
    private int blanks;

    /** Where the last line of the source begins in the rest; negative when a part of it is finished. */
    private int line;

    /** From here on nothing is finished: it may be the head of a table. */
    private int held = Integer.MAX_VALUE;

    Flow(Inline inline, RowWriter writer, Margin margin, int look) {
        this.inline = inline;
        this.guess = new Guess(inline);
        this.writer = writer;
        this.margin = margin;
        this.look = look;
        this.width = margin.columns();
    }

    /** From here on it looks like this, as far as it is not finished. */
    void look(int next) {
        look = next;
    }

    /** The next line of the source begins. */
    void beginLine() {
        held = Integer.MAX_VALUE;
        if (rest.length() > 0 || before != ' ') {
            rest.append('\n');
        }
        line = rest.length();
    }

    /** The line waits for the next one, which may make it the head of a table. */
    void hold() {
        held = Math.max(0, line);
    }

    /** The last line, if nothing of it is finished; else nothing. */
    String lastLine() {
        return line >= 0 && !partly && line <= rest.length() ? rest.substring(line) : "";
    }

    /** Takes the last line back; true when there is text before it. */
    boolean takeBack() throws IOException {
        keepUp();
        rest.setLength(Math.max(0, line - 1));
        held = Integer.MAX_VALUE;
        return rest.length() > 0 || before != ' ';
    }

    /** More text; its end is the end of a word, or in the middle of one that is very long. */
    @Override
    public void add(String text) throws IOException {
        keepUp();
        if (isOneBlankTooMany(text)) {
            return;
        }
        rest.append(text);
        if (cells() >= Math.max(due, margin.room())) {
            settle();
        }
    }

    /** Text of any length, word by word. */
    void addWords(String text) throws IOException {
        for (int begin = 0, end; begin < text.length(); begin = end) {
            end = Words.end(text, begin);
            end = end < 0 ? text.length() : end;
            add(text.substring(begin, end));
        }
    }

    private boolean isOneBlankTooMany(String text) {
        boolean isBlank = text.equals(" ") || text.equals("\t");
        blanks = isBlank ? blanks + 1 : 0;
        return blanks > MOST_BLANKS;
    }

    /** A quick guess, never too small. */
    private int cells() {
        int wide = 0;
        for (int i = 0; i < rest.length(); i++) {
            wide += rest.charAt(i) >= 0x1100 ? 1 : 0;
        }
        return rest.length() + wide - shown.length();
    }

    /** Finishes the rows that can be. */
    private void settle() throws IOException {
        Inline.Read read = inline.read(before, rest.toString(), look);
        while (giveUp(read.openers())) {
            read = inline.read(before, rest.toString(), look);
        }
        List<Glyph> glyphs = shown.left(read.glyphs());
        int decided = Math.min(
                held,
                read.openers().isEmpty()
                        ? Integer.MAX_VALUE
                        : read.openers().get(0).at());
        List<Wrap.Row> rows = Wrap.rows(glyphs, margin.room());
        int done = 0;
        while (done < rows.size() - 1 && isBefore(decided, glyphs, rows.get(done))) {
            finish(glyphs, rows.get(done));
            done++;
        }
        if (done > 0) {
            forget(
                    read.glyphs(),
                    read.glyphs().size() - glyphs.size() + rows.get(done).begin());
            due = 0;
        } else {
            due = rows.size() == 1 ? 0 : cells() + STEP;
        }
    }

    /** What has waited too long for its partner is taken for itself from here on: true when there was such a sign. */
    private boolean giveUp(List<Opener> openers) {
        boolean any = Patience.escape(rest, openers, shown);
        if (any) {
            line = -1;
            held = Integer.MAX_VALUE;
        }
        return any;
    }

    private static boolean isBefore(int decided, List<Glyph> glyphs, Wrap.Row row) {
        for (int i = row.begin(); i < row.next(); i++) {
            if (glyphs.get(i).source >= decided) {
                return false;
            }
        }
        return true;
    }

    private void finish(List<Glyph> glyphs, Wrap.Row row) throws IOException {
        margin.finish(glyphs.subList(row.begin(), row.end()), writer);
        seen = List.of();
    }

    /** Begins anew at this glyph, or at the piece of Markdown that it is within. */
    private void forget(List<Glyph> glyphs, int first) {
        Glyph next = glyphs.get(first);
        int anchor = rest.length() > LONGEST ? next.source : next.anchor;
        int same = first;
        while (same > 0 && glyphs.get(same - 1).anchor == next.anchor && glyphs.get(same - 1).source >= anchor) {
            same--;
        }
        shown.clear();
        partly = first > same;
        if (partly) {
            shown.add(glyphs.subList(same, first));
            shown.move(-1, -anchor);
        }
        if (anchor > 0) {
            before = rest.charAt(anchor - 1);
            rest.delete(0, anchor);
            line -= anchor;
        }
    }

    @Override
    public void preview(String more) throws IOException {
        keepUp();
        String text = rest + more;
        List<Glyph> glyphs = shown.left(guess.read(before, text, look));
        Wrap.Row row = Wrap.first(glyphs, margin.room());
        int end = row.end();
        writer.show(margin.row(glyphs.subList(row.begin(), end)));
        while (end > row.begin() && glyphs.get(end - 1).source >= text.length()) {
            end--;
        }
        seen = glyphs.subList(row.begin(), end);
    }

    /** What an earlier guess at the same text has shown is not shown again. */
    void follow(Flow guess) {
        seen = guess.seen;
        width = guess.width;
        if (!guess.shown.isNothing()) {
            shown.follow(guess.shown);
            margin.begin();
        }
    }

    /**
     * When the window changes, the row that is being written stays as it is, and the text goes on in a new one: where the cursor
     * is now, only the terminal knows.
     */
    private void keepUp() {
        if (margin.columns() != width) {
            width = margin.columns();
            pause();
            writer.commit();
        }
    }

    /** Something else is said in between. */
    @Override
    public void pause() {
        if (!seen.isEmpty()) {
            shown.add(seen);
            seen = List.of();
            margin.begin();
        }
    }

    @Override
    public void close() throws IOException {
        finish(rest.toString());
    }

    @Override
    public void cut() throws IOException {
        Inline.Read read = inline.read(before, rest.toString(), look);
        List<Opener> openers = new ArrayList<>(read.openers());
        String text = rest.toString().stripTrailing();
        openers.removeIf(opener -> opener.sign().equals("[") && text.indexOf(']', opener.at()) == text.length() - 1);
        finish(guess.closed(text, openers));
    }

    private void finish(String text) throws IOException {
        keepUp();
        List<Glyph> glyphs =
                shown.left(inline.read(before, text.stripTrailing(), look).glyphs());
        if (glyphs.isEmpty()) {
            writer.show(shown.isNothing() ? margin.row(glyphs) : List.of());
            writer.commit();
            return;
        }
        for (Wrap.Row row : Wrap.rows(glyphs, margin.room())) {
            finish(glyphs, row);
        }
    }
}
