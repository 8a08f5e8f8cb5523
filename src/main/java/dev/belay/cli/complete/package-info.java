/** Completion in shells: what may follow on a command line, written down as each shell wants it. */
package dev.belay.cli.complete;
