/** Builds the program's folder from the jars: libraries, runtime, launcher, what helps at the shell, class archives. */
package dev.belay.image;
