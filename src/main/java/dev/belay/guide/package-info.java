/** The built-in guide: a loopback server that answers from the manual when no model is configured. */
@NullMarked
package dev.belay.guide;

import org.jspecify.annotations.NullMarked;
