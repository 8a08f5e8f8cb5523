/** The built-in guide: a loopback server that answers from the manual when no model is configured. */
package dev.belay.guide;
