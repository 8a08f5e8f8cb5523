/** Answers as Markdown, rendered while they come: what is finished stays as it is, only the line being written is touched. */
@NullMarked
package dev.belay.view.markdown;

import org.jspecify.annotations.NullMarked;
