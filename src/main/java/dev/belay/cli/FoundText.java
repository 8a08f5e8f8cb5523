package dev.belay.cli;

import dev.belay.session.search.Found;
import dev.belay.session.search.SearchWords;
import dev.belay.view.Style;

/** How what was found is written. Lives on one thread. */
interface FoundText {

    void add(Found found, StringBuilder to);

    /** What closes all of it. */
    default String end() {
        return "";
    }

    /**
     * @param forPerson whether a person looks at it, on a terminal
     * @param words that were searched for
     */
    static FoundText in(OutputForm form, boolean forPerson, SearchWords words, Style style) {
        return switch (form) {
            case JSON -> new FoundJson(FoundJson.Frame.ARRAY);
            case JSONL -> new FoundJson(FoundJson.Frame.LINES);
            case TEXT, MARKDOWN ->
                forPerson ? new FoundGroups(words, style, System.currentTimeMillis()) : new FoundLines();
        };
    }
}
