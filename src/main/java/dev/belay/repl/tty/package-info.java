/** The person's terminal: its keys, its window and its clipboard. */
package dev.belay.repl.tty;
