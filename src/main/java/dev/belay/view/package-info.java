/** Ways to show an answer, and the only styling. */
@NullMarked
package dev.belay.view;

import org.jspecify.annotations.NullMarked;
