/** The journal of a conversation on disk, and reading it back. */
@NullMarked
package dev.belay.session;

import org.jspecify.annotations.NullMarked;
