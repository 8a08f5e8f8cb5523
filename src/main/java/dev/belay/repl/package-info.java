/** The conversation at the keyboard: the loop, the terminal, and what Ctrl-C reaches. */
@NullMarked
package dev.belay.repl;

import org.jspecify.annotations.NullMarked;
