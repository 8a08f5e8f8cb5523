package dev.belay.bench;

/**
 * One answer stopped by one Ctrl-C; all in milliseconds from just before the byte was written to the terminal.
 *
 * @param left until the server was told that the client had left
 * @param prompt until the prompt had been drawn
 * @param echo from a key pressed then until it had been drawn in the prompt: the prompt is usable
 * @param pressed the instant, in nanoseconds
 */
record Stop(double left, double prompt, double echo, long pressed) {}
