/** The manual pages for {@code man}, written from the same tables and texts as the help. */
@NullMarked
package dev.belay.cli.man;

import org.jspecify.annotations.NullMarked;
