package dev.belay.screen;

/** Which way a mode is switched. */
enum Switch {
    ON,
    OFF
}
