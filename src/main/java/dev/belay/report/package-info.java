/** Answers as programs read them: one JSON object, or a line for each event. */
package dev.belay.report;
