/** A conversation written out, for people and for programs: the forms, and files of the person's own. */
package dev.belay.export;
