package dev.belay.repl;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The system's signals. JLine can catch them too, but by a proxy and with logging set up first, which costs a one-shot
 * question 25 ms.
 */
public final class Signals {

    private Signals() {}

    /**
     * Runs an action on each arrival; one that was ignored when the program started stays ignored, and one that this system
     * does not have never arrives.
     */
    public static void on(String name, Runnable action) {
        try {
            Signal.handle(new Signal(name), arrived -> action.run());
        } catch (IllegalArgumentException unknown) {
            // Windows has INT and TERM, and not HUP, CONT or WINCH.
        }
    }

    /** From here on the system does with it what it always does. */
    public static void reset(String name) {
        Signal.handle(new Signal(name), SignalHandler.SIG_DFL);
    }
}
