/** Completion in shells: what may follow on a command line, written down as each shell wants it. */
@NullMarked
package dev.belay.cli.complete;

import org.jspecify.annotations.NullMarked;
