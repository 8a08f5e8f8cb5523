/**
 * The map: {@code cli -> repl -> view, session, config -> file, chat}; {@code provider -> wire -> chat}; {@code guide} stands
 * alone; {@code cli} wires all, {@code Main} begins and ends.
 */
@NullMarked
package dev.belay;

import org.jspecify.annotations.NullMarked;
