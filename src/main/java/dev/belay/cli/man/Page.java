package dev.belay.cli.man;

import java.util.List;

/**
 * What a page of {@code man} says.
 *
 * @param name of the page, such as {@code belay-models}
 * @param summary a few words
 * @param calls the ways to call it, and what each does
 * @param options that are explained: of the program, or of this command alone
 * @param parts sections in Markdown, in their order
 * @param examples calls as they can be typed
 * @param related names of other pages
 */
public record Page(
        String name,
        String summary,
        List<Entry> calls,
        List<Group> options,
        List<Part> parts,
        List<Entry> examples,
        List<String> related) {

    /** As {@code man} reads it. */
    public String roff(String version) {
        return Roff.of(this, version);
    }

    /** Something with its explanation: an option, a call, an example. */
    public record Entry(String term, String meaning) {}

    /**
     * Options that belong together.
     *
     * @param heading empty where there is but one group
     */
    public record Group(String heading, List<Entry> options) {}

    /**
     * A section.
     *
     * @param text in Markdown, without the heading
     */
    public record Part(String heading, String text) {}
}
