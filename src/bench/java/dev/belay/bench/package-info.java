/**
 * The figures that the program promises, measured on the built image beside references taken in the same run.
 *
 * <p>{@code mvn -q -Pbench -DskipTests verify} builds, measures and prints one table; {@code -Dbench=start,ctrlc} chooses,
 * {@code -Dbench=render} measures how answers look as Markdown. It takes about ten minutes in all and wants curl, node and an idle machine.
 */
package dev.belay.bench;
