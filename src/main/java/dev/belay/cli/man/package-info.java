/** The manual pages for {@code man}, written from the same tables and texts as the help. */
package dev.belay.cli.man;
