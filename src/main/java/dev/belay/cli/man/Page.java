package dev.belay.cli.man;

import java.util.List;

/**
 * What a page of {@code man} says.
 *
 * @param name of the page, such as {@code belay-models}
 * @param summary a few words
 * @param calls the ways to call it, each on a line
 * @param options that are explained: of the program, or of this command alone
 * @param parts sections in Markdown, in their order
 * @param related names of other pages
 */
public record Page(
        String name, String summary, List<String> calls, List<Entry> options, List<Part> parts, List<String> related) {

    /** As {@code man} reads it. */
    public String roff(String version) {
        return Roff.of(this, version);
    }

    /** Something with its explanation: an option, a command, a file. */
    public record Entry(String term, String meaning) {}

    /**
     * A section.
     *
     * @param text in Markdown, without the heading
     */
    public record Part(String heading, String text) {}
}
