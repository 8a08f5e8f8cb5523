package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers in a session's file, which anybody may have edited. */
public final class Numbers {

    private static final int GREATEST = 1_000_000_000;

    private Numbers() {}

    /** The number of a turn; 0 for what is none. */
    public static int turn(JsonNode record, String field) {
        JsonNode number = record.path(field);
        boolean counts = number.canConvertToInt() && number.asInt() > 0 && number.asInt() < GREATEST;
        return counts ? number.asInt() : 0;
    }
}
