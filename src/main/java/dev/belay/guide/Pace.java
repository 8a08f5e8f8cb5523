package dev.belay.guide;

import java.time.Duration;

/** How long a token takes, and how often in between the guide makes sure that its reader is still there. */
record Pace(Duration token, Duration beat) {
    /** Fast enough to read along, slow enough to be stopped; two beats are how late a departure is noticed. */
    static final Pace READING = new Pace(Duration.ofMillis(30), Duration.ofMillis(10));

    static final Pace INSTANT = new Pace(Duration.ZERO, Duration.ofMillis(10));
}
