/** Tells what the words of a piece of code are, so that they can have their colours. */
package dev.belay.view.code;
