/** What was asked in all saved sessions, counted: how it ended, what it took, and what stopping spared. */
@NullMarked
package dev.belay.repl.stats;

import org.jspecify.annotations.NullMarked;
