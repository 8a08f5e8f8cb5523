/** What each service speaks: dialects as pure functions, services as rows of data. */
@NullMarked
package dev.belay.provider;

import org.jspecify.annotations.NullMarked;
