package dev.belay.cli;

import dev.belay.session.Found;
import dev.belay.view.Style;

/** How what was found is written. Lives on one thread. */
interface FoundText {

    void add(Found found, StringBuilder to);

    /** What closes all of it. */
    default String end() {
        return "";
    }

    /** @param forPerson whether a person looks at it, on a terminal */
    static FoundText in(OutputForm form, boolean forPerson, Style style) {
        return switch (form) {
            case JSON -> new FoundJson(FoundJson.Frame.ARRAY);
            case JSONL -> new FoundJson(FoundJson.Frame.LINES);
            case TEXT, MARKDOWN -> forPerson ? new FoundGroups(style, System.currentTimeMillis()) : new FoundLines();
        };
    }
}
