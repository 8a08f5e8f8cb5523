package dev.belay.screen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line as a person sees it.
 *
 * @param runs its characters; blanks at the end that nobody sees are left out
 * @param written its text with the blanks at the end that the program has written
 * @param wrapped whether it was broken by the terminal and goes on in the next one
 */
public record Line(List<Run> runs, String written, boolean wrapped) {
    /** Without blanks at its end. */
    public String text() {
        return written.stripTrailing();
    }

    public String styled() {
        return runs.stream().map(Run::styled).collect(Collectors.joining());
    }
}
