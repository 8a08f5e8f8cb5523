package dev.belay.repl.line;

import dev.belay.repl.tty.Tty;
import java.io.IOException;
import java.util.List;
import org.jline.reader.impl.BufferImpl;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * How JLine's line editor draws: safe against a signal that arrives meanwhile, not at all while keys wait, and with a hint
 * behind the cursor. Lives on the conversation's thread.
 */
abstract class DrawnEditor extends LineReaderImpl {

    /** Up to here JLine keeps what can be undone, and control characters are made visible. */
    private static final int EDITABLE = 1 << 15;

    /** With so many keys waiting nobody looks at what is drawn in between. */
    private static final int FLOOD = 16;

    /** A narrower window has no room at the right. */
    private static final int WIDE = 60;

    /** A hint is drawn when so much of it can be seen. */
    private static final int SEEN = 8;

    /** No hints are given after more than this. */
    private static final int LONGEST_HINTED = 500;

    private final Tty tty;
    private final Pastes pastes;
    private final boolean coloured;
    private String corner = "";
    private boolean finishing;
    private boolean wasOdd;
    private Ghost ghost = Ghost.NONE;

    DrawnEditor(Tty tty, Pastes pastes, boolean coloured) throws IOException {
        super(tty, "belay");
        this.tty = tty;
        this.pastes = pastes;
        this.coloured = coloured;
        setVariable(FEATURES_MAX_BUFFER_SIZE, EDITABLE);
    }

    /**
     * Reads a line; long texts in it are marks.
     *
     * @param atRight what stands at the right, as long as the line is edited
     */
    String read(String prompt, String atRight) {
        corner = atRight;
        finishing = false;
        return readLine(prompt, null, Terminal.TYPE_DUMB.equals(tty.getType()) ? null : pastes, null);
    }

    /** What stands in grey behind the cursor. */
    Ghost ghost() {
        return ghost;
    }

    /** A change of size or a return from the background redraws on the signal's thread: never while a key is being drawn. */
    @Override
    @SuppressWarnings(
            "UnsynchronizedOverridesSynchronized") // The lock of drawing comes first, or two threads could wait for
    // each other.
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            boolean resized = signal == Terminal.Signal.WINCH && isInOneRow();
            super.handleSignal(signal);
            if (resized) {
                drawAnew();
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Then the cursor is in the row in which the line begins, in a window of the old width and of the new. */
    private boolean isInOneRow() {
        String text = buf.toString();
        int width = prompt.columnLength() + new AttributedString(pastes.display(text)).columnLength();
        return text.indexOf('\n') < 0
                && width < Math.min(size.getColumns(), tty.getSize().getColumns());
    }

    /** From the row's begin, whatever stands there. */
    private void drawAnew() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eos);
        redrawLine();
    }

    @Override
    protected void redisplay(boolean flush) {
        if (finishing || skipRedisplay || tty.keyboard().waiting() < FLOOD) {
            foldHuge();
            rightPrompt = atRight();
            boolean odd = OddWidths.in(buf);
            if ((odd || wasOdd) && isInOneRow()) {
                drawAnew();
            }
            wasOdd = odd;
            super.redisplay(flush);
        }
    }

    /** Whatever made it so long, as keys that come like a paste. */
    private void foldHuge() {
        if (buf.length() > EDITABLE) {
            BufferImpl folded = new BufferImpl();
            folded.write(pastes.ofMessage(buf.toString()));
            buf.copyFrom(folded);
        }
    }

    private AttributedString atRight() {
        if (finishing
                || !coloured
                || size.getColumns() < WIDE
                || buf.toString().indexOf('\n') >= 0
                || OddWidths.in(buf)) {
            return AttributedString.EMPTY;
        }
        String mode = isInViCmdMode() ? "vi " : "";
        return mode.isEmpty() && corner.isEmpty() ? AttributedString.EMPTY : faint(mode + corner);
    }

    private static AttributedString faint(String text) {
        return new AttributedString(text, AttributedStyle.DEFAULT.faint());
    }

    /** A line that was sent stands there as it was typed. */
    @Override
    protected void cleanup() {
        finishing = true;
        super.cleanup();
        tty.announcePastes();
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        ghost = Ghost.NONE;
        int length = buf.length();
        if (!coloured
                || finishing
                || post != null
                || length == 0
                || length > LONGEST_HINTED
                || buf.cursor() < length
                || OddWidths.in(buf)) {
            return line;
        }
        Ghost guess = Hints.after(buf.toString(), history);
        int room = guess.isNone() ? 0 : room(line);
        if (room < SEEN) {
            return line;
        }
        ghost = guess;
        AttributedStringBuilder both = new AttributedStringBuilder().tabs(getTabWidth());
        both.append(line);
        both.append(faint(guess.shown(pastes)).columnSubSequence(0, room));
        return both.toAttributedString();
    }

    /** How much fits behind the cursor, in its row, without what is at the right. */
    private int room(AttributedString line) {
        int begin = line.toString().lastIndexOf('\n') + 1;
        int used = line.substring(begin, line.length()).columnLength();
        int taken = begin == 0 && rightPrompt.length() > 0 ? rightPrompt.columnLength() + 3 : 0;
        int columns = size.getColumns();
        return columns <= 0 ? 0 : columns - used % columns - 1 - taken;
    }
}
