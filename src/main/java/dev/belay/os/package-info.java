/** What is not the same on Linux, macOS and Windows, and can be said without a terminal. */
package dev.belay.os;
