/** The command line: what the words mean, what the exit code says, and where everything is put together. */
@NullMarked
package dev.belay.cli;

import org.jspecify.annotations.NullMarked;
