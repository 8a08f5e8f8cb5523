package dev.belay.repl.tty;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Whether another program has the keys. The conversation's thread lends them, and the reading thread then leaves them alone. */
final class Lease {

    // Guarded by this.
    private boolean lent;
    private boolean rests;
    private boolean over;

    /** Leaves the keys to another program; returns when no more are taken from it. */
    synchronized void begin() throws IOException {
        lent = true;
        while (!rests && !over) {
            waitForChange();
        }
    }

    /** The keys are ours again. */
    synchronized void end() {
        lent = false;
        notifyAll();
    }

    synchronized boolean isLent() {
        return lent;
    }

    /** Returns when the keys are ours. */
    synchronized void rest() throws IOException {
        while (lent) {
            rests = true;
            notifyAll();
            waitForChange();
        }
        rests = false;
    }

    /** Nobody reads any more. */
    synchronized void over() {
        over = true;
        notifyAll();
    }

    private void waitForChange() throws IOException {
        try {
            wait();
        } catch (InterruptedException stray) {
            throw new InterruptedIOException();
        }
    }
}
