/** Files that go along with a message: found, read within limits, and known by their content. */
@NullMarked
package dev.belay.file;

import org.jspecify.annotations.NullMarked;
