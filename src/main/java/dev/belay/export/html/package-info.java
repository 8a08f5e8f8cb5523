/** A conversation as one page for a browser, in which an answer is text and can do nothing. */
package dev.belay.export.html;
