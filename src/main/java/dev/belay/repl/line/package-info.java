/** The input line: JLine's editor as it is used here, and what it offers. */
package dev.belay.repl.line;
