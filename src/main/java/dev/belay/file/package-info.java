/** Files that go along with a message: found, read within limits, and known by their content. */
package dev.belay.file;
