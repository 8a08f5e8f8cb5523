/** Reads of all saved sessions what was asked in them and what became of it, without holding what was said. */
@NullMarked
package dev.belay.session.count;

import org.jspecify.annotations.NullMarked;
