/** The figures that the program promises, measured on the built image beside references taken in the same run. */
package dev.belay.bench;
