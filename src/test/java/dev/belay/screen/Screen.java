package dev.belay.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a person sees of a terminal: text, looks, cursor and modes. Whoever may write to the terminal. */
public final class Screen {
    private static final int CURSOR_KEYS = 1;
    private static final int CURSOR = 25;
    private static final int BRACKETED_PASTE = 2004;

    private final Widths widths;
    private final Received received;
    private final Pen main;
    private final Set<Integer> modes = new TreeSet<>(Set.of(CURSOR));
    private Pen pen;
    private final Deque<String> kept = new ArrayDeque<>();
    private String title = "";

    Screen(int columns, int rows, Widths widths, Received received) {
        this.widths = widths;
        this.received = received;
        main = new Pen(new Grid(columns, rows), widths, received);
        pen = main;
    }

    Pen pen() {
        return pen;
    }

    public int columns() {
        return pen.grid().columns();
    }

    public int rows() {
        return pen.grid().height();
    }

    public int cursorRow() {
        return pen.row();
    }

    public int cursorColumn() {
        return pen.column();
    }

    /** How the next character would look; plain, when the program has left nothing switched on. */
    public Look look() {
        return pen.look();
    }

    public boolean bracketedPaste() {
        return modes.contains(BRACKETED_PASTE);
    }

    /** Whether cursor keys send ESC O instead of ESC [. */
    public boolean applicationKeys() {
        return modes.contains(CURSOR_KEYS);
    }

    public boolean cursorVisible() {
        return modes.contains(CURSOR);
    }

    /** The private modes that are on, by number. */
    public Set<Integer> modes() {
        return Set.copyOf(modes);
    }

    public boolean alternate() {
        return pen != main;
    }

    public String title() {
        return title;
    }

    /** Every line, scrolled-off ones first, trailing blanks cut. */
    public List<String> lines() {
        return pen.grid().everything().stream().map(Line::text).toList();
    }

    /** The same with their looks: {@code ‹b›bold‹/›}, {@code ‹i blue on-black →https://example.com›a link‹/›}. */
    public List<String> styledLines() {
        return pen.grid().everything().stream().map(Line::styled).toList();
    }

    /** The same as runs of characters that look alike, for pictures. */
    public List<Line> looks() {
        return pen.grid().everything();
    }

    /** Only what is on the screen now, without what has scrolled off. */
    public List<String> visible() {
        return pen.grid().shown().stream().map(Line::text).toList();
    }

    /** What selecting and copying everything gives: lines that the terminal broke are whole, written blanks at their ends stay. */
    public List<String> copied() {
        List<String> whole = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Line line : pen.grid().everything()) {
            open.append(line.written());
            if (!line.wrapped()) {
                whole.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            whole.add(open.toString());
        }
        return whole;
    }

    public String text() {
        return String.join("\n", lines());
    }

    public String styledText() {
        return String.join("\n", styledLines());
    }

    /** The cursor's line without what is dim in it: hints, and what stands at the right of the prompt. */
    public String cursorLine() {
        StringBuilder bright = new StringBuilder();
        for (Run run : pen.grid().row(pen.row()).line().runs()) {
            bright.append(run.look().is(Look.Attribute.DIM) ? "" : run.text());
        }
        return bright.toString().stripTrailing();
    }

    /** The whole of the cursor's line. */
    public String wholeCursorLine() {
        return pen.grid().row(pen.row()).text();
    }

    public long count(String part) {
        return lines().stream().filter(line -> line.contains(part)).count();
    }

    void mode(int number, Switch way) {
        boolean on = way == Switch.ON;
        if (number == 47 || number == 1047 || number == 1049) {
            received.note(Effect.ALTERNATE_SCREEN);
            alternate(number, way);
        } else if (number == 1048 && on) {
            pen.save();
        } else if (number == 1048) {
            pen.restore();
        } else if (on) {
            modes.add(number);
        } else {
            modes.remove(number);
        }
    }

    private void alternate(int number, Switch way) {
        if (way == Switch.ON && pen == main) {
            main.save();
            pen = new Pen(new Grid(columns(), rows()), widths, received);
            pen.to(main.row(), main.column());
        } else if (way == Switch.OFF && pen != main) {
            pen = main;
            if (number == 1049) {
                main.restore();
            }
        }
    }

    void title(String newTitle) {
        title = newTitle;
    }

    void keepTitle() {
        kept.push(title);
    }

    void takeTitleBack() {
        title = kept.isEmpty() ? title : kept.pop();
    }

    void reset() {
        pen = main;
        modes.clear();
        modes.add(CURSOR);
        pen.reset();
    }

    /** The window gets another size; nothing is wrapped anew, and nothing is lost. */
    public void resize(int columns, int rows) {
        main.resize(columns, rows);
        if (pen != main) {
            pen.resize(columns, rows);
        }
    }

    /** The screen and its cursor, for messages about failures. */
    public String picture() {
        return "---- screen, cursor " + cursorRow() + ":" + cursorColumn() + ", modes " + modes + " ----\n" + text()
                + "\n----";
    }
}
