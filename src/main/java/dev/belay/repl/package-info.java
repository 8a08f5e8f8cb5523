/** The conversation at the keyboard: the loop, the terminal, and what Ctrl-C reaches. */
package dev.belay.repl;
