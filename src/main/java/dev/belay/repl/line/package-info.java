/** The input line: JLine's editor as it is used here, and what it offers. */
@NullMarked
package dev.belay.repl.line;

import org.jspecify.annotations.NullMarked;
