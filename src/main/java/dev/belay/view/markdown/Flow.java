package dev.belay.view.markdown;

import java.io.IOException;
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

    private final Inline inline;
    private final Guess guess;
    private final RowWriter writer;
    private final Margin margin;
    private final StringBuilder rest = new StringBuilder();
    private int look;
    private char before = ' ';
    private int skip;
    private int due;
    private int width;

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
        return line >= 0 && skip == 0 && line <= rest.length() ? rest.substring(line) : "";
    }

    /** Takes the last line back; true when there is text before it. */
    boolean takeBack() {
        rest.setLength(Math.max(0, line - 1));
        held = Integer.MAX_VALUE;
        return rest.length() > 0 || before != ' ';
    }

    /** More text; its end is the end of a word, or in the middle of one that is very long. */
    @Override
    public void add(String text) throws IOException {
        keepUp();
        rest.append(text);
        if (cells() >= Math.max(due, margin.room())) {
            settle();
        }
    }

    /** A quick guess, never too small. */
    private int cells() {
        int wide = 0;
        for (int i = 0; i < rest.length(); i++) {
            wide += rest.charAt(i) >= 0x1100 ? 1 : 0;
        }
        return rest.length() + wide - skip;
    }

    /** Finishes the rows that can be. */
    private void settle() throws IOException {
        Inline.Read read = inline.read(before, rest.toString(), look);
        while (giveUp(read.openers())) {
            read = inline.read(before, rest.toString(), look);
        }
        List<Glyph> glyphs = left(read.glyphs());
        int decided = Math.min(held, read.openers().isEmpty() ? Integer.MAX_VALUE : read.openers().get(0).at());
        List<Wrap.Row> rows = Wrap.rows(glyphs, margin.room());
        int done = 0;
        while (done < rows.size() - 1 && isBefore(decided, glyphs, rows.get(done))) {
            finish(glyphs, rows.get(done));
            done++;
        }
        if (done > 0) {
            forget(read.glyphs(), read.glyphs().size() - glyphs.size() + rows.get(done).begin());
            due = 0;
        } else {
            due = cells() + STEP;
        }
    }

    /** What has waited too long for its partner is taken for itself from here on: true when there was such a sign. */
    private boolean giveUp(List<Opener> openers) {
        boolean any = false;
        for (int i = openers.size() - 1; i >= 0; i--) {
            Opener opener = openers.get(i);
            if (isOverdue(opener)) {
                any = true;
                rest.replace(opener.at(), opener.at() + opener.sign().length(), escaped(opener.sign()));
            }
        }
        if (any) {
            line = -1;
            held = Integer.MAX_VALUE;
        }
        return any;
    }

    private static String escaped(String sign) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < sign.length(); i++) {
            escaped.append('\\').append(sign.charAt(i));
        }
        return escaped.toString();
    }

    private boolean isOverdue(Opener opener) {
        return rest.length() - opener.at() > opener.patience() && "<*_~`[".indexOf(opener.sign().charAt(0)) >= 0;
    }

    /** What is not written yet; no row begins with a blank. */
    private List<Glyph> left(List<Glyph> glyphs) {
        int begin = Math.min(skip, glyphs.size());
        while (begin < glyphs.size() && glyphs.get(begin).isBlank()) {
            begin++;
        }
        return begin == 0 ? glyphs : glyphs.subList(begin, glyphs.size());
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
    }

    /** Begins anew at this glyph, or at the piece of Markdown that it is within. */
    private void forget(List<Glyph> glyphs, int first) {
        int anchor = glyphs.get(first).anchor;
        int same = first;
        while (same > 0 && glyphs.get(same - 1).anchor == anchor) {
            same--;
        }
        skip = first - same;
        if (anchor > 0) {
            before = rest.charAt(anchor - 1);
            rest.delete(0, anchor);
            line -= anchor;
        }
    }

    @Override
    public void preview(String more) throws IOException {
        keepUp();
        List<Glyph> glyphs = left(guess.read(before, rest + more, look));
        Wrap.Row row = Wrap.first(glyphs, margin.room());
        writer.show(margin.row(glyphs.subList(row.begin(), row.end())));
    }

    /** When the window became too narrow for the row that is being written, that stays as it is, and the text goes on in a new one. */
    private void keepUp() {
        if (margin.columns() == width) {
            return;
        }
        width = margin.columns();
        if (writer.width() > margin.width() + margin.room()) {
            pause();
            writer.commit();
        }
    }

    /** Something else is said in between. */
    @Override
    public void pause() {
        int written = writer.count() - margin.row(List.of()).size();
        if (written > 0) {
            skip += written;
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
        finish(guess.closed(rest.toString(), read.openers()));
    }

    private void finish(String text) throws IOException {
        keepUp();
        List<Glyph> all = inline.read(before, text.stripTrailing(), look).glyphs();
        List<Glyph> glyphs = left(all);
        if (glyphs.isEmpty()) {
            writer.show(margin.row(glyphs));
            writer.commit();
            return;
        }
        for (Wrap.Row row : Wrap.rows(glyphs, margin.room())) {
            finish(glyphs, row);
        }
    }
}
