package dev.belay.repl.line;

import dev.belay.repl.tty.Tty;
import java.io.IOError;
import java.io.IOException;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;

/**
 * What keys do to the line, where that is not as JLine does it: a long paste is one mark, and what a person sees as one
 * character is one. Lives on the conversation's thread.
 */
final class Editor extends StoppableEditor {

    private final Tty tty;
    private final Pastes pastes;
    private final UnknownKeys unknownKeys = new UnknownKeys();

    Editor(Tty tty, Pastes pastes, boolean coloured) throws IOException {
        super(tty, pastes, coloured);
        this.tty = tty;
        this.pastes = pastes;
        this.undo = new Changes(this::setBuffer);
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
    protected boolean forwardChar() {
        return accepts(ghost().rest()) || tty.byCluster(super::forwardChar);
    }

    @Override
    protected boolean endOfLine() {
        return accepts(ghost().rest()) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return accepts(ghost().word()) || super.forwardWord();
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
        return tty.byCluster(super::backwardChar);
    }

    @Override
    protected boolean backwardDeleteChar() {
        return tty.byCluster(super::backwardDeleteChar);
    }

    @Override
    protected boolean deleteChar() {
        return tty.byCluster(super::deleteChar);
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        unknownKeys.pressed();
        return super.readBinding(keys, local);
    }

    /** A key that nothing is bound to. */
    boolean unknown() {
        unknownKeys.unknown(getLastBinding());
        return true;
    }

    @Override
    protected boolean selfInsert() {
        return unknownKeys.goesOnWith(getLastBinding()) || super.selfInsert();
    }
}
