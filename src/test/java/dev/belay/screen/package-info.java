/** A terminal of the tests' own: what a program writes to it becomes what a person sees, and both can be asked about. */
package dev.belay.screen;
