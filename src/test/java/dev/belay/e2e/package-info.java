/**
 * belay from outside: the built image in a real pseudo-terminal, against a scripted server, checked as a black box
 * against the contract with the person at the keyboard.
 */
package dev.belay.e2e;
