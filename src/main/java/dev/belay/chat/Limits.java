package dev.belay.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how often a generation tries.
 *
 * @param total the whole answer's time limit, if any
 * @param retries how often a request that failed before anything was shown is sent again
 */
public record Limits(Optional<Duration> total, int retries) {
    public static final Limits DEFAULT = new Limits(Optional.empty(), 2);
}
