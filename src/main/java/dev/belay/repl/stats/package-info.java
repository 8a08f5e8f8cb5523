/** What was asked in all saved sessions, counted: how it ended, what it took, and what stopping spared. */
package dev.belay.repl.stats;
