/** A conversation as one page for a browser, in which an answer is text and can do nothing. */
@NullMarked
package dev.belay.export.html;

import org.jspecify.annotations.NullMarked;
