/** Answers as programs read them: one JSON object, or a line for each event. */
@NullMarked
package dev.belay.report;

import org.jspecify.annotations.NullMarked;
