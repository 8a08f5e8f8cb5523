/** The core, JDK only: what is said, one turn at a time, and how a turn is stopped. */
@NullMarked
package dev.belay.chat;

import org.jspecify.annotations.NullMarked;
