/** The core, JDK only: what is said, one turn at a time, and how a turn is stopped. */
package dev.belay.chat;
