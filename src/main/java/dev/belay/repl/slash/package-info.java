/** The commands of the prompt, one file each; {@link dev.belay.repl.slash.SlashCommands} lists them. */
package dev.belay.repl.slash;
