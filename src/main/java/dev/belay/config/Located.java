package dev.belay.config;

/**
 * Something in a file that is not as it must be.
 *
 * @param line of the file, from 1
 */
record Located(int line, String message) {}
