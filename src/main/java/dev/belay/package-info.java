/** The map: {@code cli -> repl -> view, session, config -> chat}; {@code provider -> wire -> chat}; {@code Main} wires all. */
package dev.belay;
