package dev.belay.repl;

import dev.belay.chat.Outcome.Cause;
import dev.belay.repl.tty.Tty;

/** A signal at the prompt: Ctrl-C is a key there; one that asks to leave ends the reading. Any thread may tell of one. */
final class AtPrompt implements Interrupts.Idle {

    private final Tty tty;
    private final Interrupts interrupts;

    AtPrompt(Tty tty, Interrupts interrupts) {
        this.tty = tty;
        this.interrupts = interrupts;
    }

    @Override
    public void fired(Cause cause) {
        if (cause != Cause.KEY) {
            tty.keyboard().end();
        }
    }

    /** The screen takes no more, and the turn hangs in writing to it: leaving does not wait for that. */
    @Override
    public void hung(Cause cause) {
        if (cause == Cause.TERMINATE || cause == Cause.HANGUP) {
            tty.giveBack();
            interrupts.abandon(cause);
        }
    }
}
