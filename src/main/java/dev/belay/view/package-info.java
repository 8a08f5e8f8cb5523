/** Ways to show an answer, and the only styling. */
package dev.belay.view;
