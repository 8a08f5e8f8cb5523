/** The command line: what the words mean, what the exit code says, and where everything is put together. */
package dev.belay.cli;
