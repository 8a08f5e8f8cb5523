/** The commands of the prompt, one file each; {@link dev.belay.repl.slash.SlashCommands} lists them. */
@NullMarked
package dev.belay.repl.slash;

import org.jspecify.annotations.NullMarked;
