package dev.belay.wire;

import java.time.Duration;

/**
 * How long silence may last.
 *
 * @param connect for one TCP and TLS connect
 * @param firstByte from the request to the first byte of the answer
 * @param idle between two bytes once the answer streams
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(300), Duration.ofSeconds(60));

    /** The same limit for every silence, as {@code --idle-timeout} asks. */
    public static Timeouts silence(Duration limit) {
        Duration connect = limit.compareTo(DEFAULT.connect()) < 0 ? limit : DEFAULT.connect();
        return new Timeouts(connect, limit, limit);
    }
}
