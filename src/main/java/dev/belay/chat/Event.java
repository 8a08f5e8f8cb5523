package dev.belay.chat;

import java.time.Duration;

/** A piece of an answer while it is being made. */
public sealed interface Event extends Signal {

    /** Visible text, in stream order. */
    record Text(String text) implements Event {}

    /** The model thinking aloud: shown and kept, never sent back. */
    record Reasoning(String text) implements Event {}

    /** Tokens as the provider counted them; a later one replaces an earlier one. */
    record Counted(Usage usage) implements Event {}

    /** The model asks for a tool, which belay does not offer; told once for each call, with the tool's name. */
    record ToolCall(String name) implements Event {}

    /** The name under which the provider keeps its account of this answer: by it a stopped one's true cost can be asked. */
    record Receipt(String id) implements Event {}

    /**
     * The request failed before anything was shown and will be sent again.
     *
     * @param problem why it failed
     * @param left time until the next attempt, in whole seconds
     * @param attempt which retry comes next, from 1
     * @param attempts how many there are at most
     */
    record Retrying(Problem problem, Duration left, int attempt, int attempts) implements Event {}

    /**
     * The answer has not begun; told once a second, from the first full second on.
     *
     * @param phase what it waits for
     * @param elapsed since it was asked for
     */
    record Waiting(Phase phase, Duration elapsed) implements Event {}
}
