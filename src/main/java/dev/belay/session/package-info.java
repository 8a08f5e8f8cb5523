/** The journal of a conversation on disk, and reading it back. */
package dev.belay.session;
