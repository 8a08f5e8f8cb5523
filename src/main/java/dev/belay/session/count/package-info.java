/** Reads of all saved sessions what was asked in them and what became of it, without holding what was said. */
package dev.belay.session.count;
