/** A conversation written out, for people and for programs: the forms, and files of the person's own. */
@NullMarked
package dev.belay.export;

import org.jspecify.annotations.NullMarked;
