/** The person's terminal: its keys, its window and its clipboard. */
@NullMarked
package dev.belay.repl.tty;

import org.jspecify.annotations.NullMarked;
