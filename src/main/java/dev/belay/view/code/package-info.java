/** Tells what the words of a piece of code are, so that they can have their colours. */
@NullMarked
package dev.belay.view.code;

import org.jspecify.annotations.NullMarked;
