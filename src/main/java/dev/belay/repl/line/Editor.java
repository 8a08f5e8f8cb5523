package dev.belay.repl.line;

import dev.belay.repl.tty.Tty;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.impl.BufferImpl;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's line editor, made safe against a signal that arrives while it draws, and quick with long texts: a long paste is one
 * mark in the line, and keys that wait are handled before anything is drawn. Lives on the conversation's thread.
 */
final class Editor extends LineReaderImpl {

    /** Up to here JLine keeps what can be undone, and control characters are made visible. */
    private static final int EDITABLE = 1 << 15;

    /** With so many keys waiting nobody looks at what is drawn in between. */
    private static final int FLOOD = 16;

    private static final long NEVER = -9;

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
    private long presses;
    private long unknownAt = NEVER;
    private boolean isInSequence;
    private Ghost ghost = Ghost.NONE;

    Editor(Tty tty, Pastes pastes, boolean coloured) throws IOException {
        super(tty, "belay");
        this.tty = tty;
        this.pastes = pastes;
        this.coloured = coloured;
        this.undo = new Changes(this::setBuffer);
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

    /** A change of size or a return from the background redraws on the signal's thread: never while a key is being drawn. */
    @Override
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
        return text.indexOf('\n') < 0 && width < Math.min(size.getColumns(), tty.getSize().getColumns());
    }

    /** From the row's begin, whatever stands there. */
    private void drawAnew() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eos);
        redrawLine();
    }

    /** Terminals differ in how wide they draw flags, families and the like: the cursor's column is not known behind them. */
    private static boolean isOddlyWide(Buffer line) {
        for (int i = 0; i < line.length(); i++) {
            int c = line.atChar(i);
            if (c == 0x200D || c == 0xFE0F || c >= 0x1F1E6 && c <= 0x1F1FF || c >= 0x1F3FB && c <= 0x1F3FF) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean beginPaste() {
        String pasted = readPaste().replace("\r\n", "\n").replace('\r', '\n');
        String inLine = pastes.ofPasted(pasted);
        if (inLine.equals(pasted)) {
            regionActive = RegionType.PASTE;
            regionMark = buf.cursor();
        }
        buf.write(inLine);
        return true;
    }

    private String readPaste() {
        lock.unlock();
        try {
            return tty.keyboard().readPaste();
        } catch (IOException gone) {
            throw new IOError(gone);
        } finally {
            lock.lock();
        }
    }

    /** Earlier messages come this way. */
    @Override
    protected void setBuffer(String text) {
        super.setBuffer(pastes.ofMessage(text));
    }

    /** Puts this in place of all that is in the line. */
    void replace(String text) {
        setBuffer(text);
    }

    /** With the keys of vi: letters are text again. */
    void typing() {
        if (isInViCmdMode()) {
            setKeyMap(VIINS);
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        if (finishing || skipRedisplay || tty.keyboard().waiting() < FLOOD) {
            foldHuge();
            rightPrompt = atRight();
            boolean odd = isOddlyWide(buf);
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
        if (finishing || !coloured || size.getColumns() < WIDE || buf.toString().indexOf('\n') >= 0 || isOddlyWide(buf)) {
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
        if (!coloured || finishing || post != null || length == 0 || length > LONGEST_HINTED || buf.cursor() < length
                || isOddlyWide(buf)) {
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
        both.append(faint(shown(guess)).columnSubSequence(0, room));
        return both.toAttributedString();
    }

    private String shown(Ghost guess) {
        int end = guess.rest().indexOf('\n');
        return end < 0 ? pastes.display(guess.rest() + guess.remark()) : pastes.display(guess.rest().substring(0, end)) + " …";
    }

    /** How much fits behind the cursor, in its row, without what is at the right. */
    private int room(AttributedString line) {
        int begin = line.toString().lastIndexOf('\n') + 1;
        int used = line.substring(begin, line.length()).columnLength();
        int taken = begin == 0 && rightPrompt.length() > 0 ? rightPrompt.columnLength() + 3 : 0;
        int columns = size.getColumns();
        return columns <= 0 ? 0 : columns - used % columns - 1 - taken;
    }

    @Override
    protected boolean forwardChar() {
        return accepts(ghost.rest()) || byCluster(super::forwardChar);
    }

    @Override
    protected boolean endOfLine() {
        return accepts(ghost.rest()) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return accepts(ghost.word()) || super.forwardWord();
    }

    private boolean accepts(String hint) {
        boolean isThere = !hint.isEmpty() && buf.cursor() == buf.length();
        if (isThere) {
            buf.write(pastes.ofMessage(hint));
        }
        return isThere;
    }

    @Override
    protected boolean backwardChar() {
        return byCluster(super::backwardChar);
    }

    @Override
    protected boolean backwardDeleteChar() {
        return byCluster(super::backwardDeleteChar);
    }

    @Override
    protected boolean deleteChar() {
        return byCluster(super::deleteChar);
    }

    private interface Step {
        boolean take();
    }

    /** What a person sees as one character is moved over and deleted as one. */
    private boolean byCluster(Step step) {
        tty.clusters(true);
        try {
            return step.take();
        } finally {
            tty.clusters(false);
        }
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        presses++;
        return super.readBinding(keys, local);
    }

    /** A key that nothing is bound to: what it sends behind Esc and a bracket is no text. */
    boolean unknown() {
        unknownAt = getLastBinding().equals("\u001b") ? presses : NEVER;
        isInSequence = false;
        return true;
    }

    @Override
    protected boolean selfInsert() {
        String key = getLastBinding();
        if (unknownAt != presses - 1 || !isInSequence && !key.equals("[")) {
            return super.selfInsert();
        }
        boolean ends = isInSequence && key.charAt(0) >= '@';
        isInSequence = true;
        unknownAt = ends ? NEVER : presses;
        return true;
    }
}
