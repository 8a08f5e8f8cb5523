/** Finds words in what was said in all saved sessions, read as bytes and by several threads, for there may be thousands. */
@NullMarked
package dev.belay.session.search;

import org.jspecify.annotations.NullMarked;
