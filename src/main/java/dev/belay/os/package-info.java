/** What is not the same on Linux, macOS and Windows, and can be said without a terminal. */
@NullMarked
package dev.belay.os;

import org.jspecify.annotations.NullMarked;
