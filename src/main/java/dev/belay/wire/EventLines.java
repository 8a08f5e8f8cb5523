package dev.belay.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.ByteString;
import okio.Source;
import okio.Timeout;

/**
 * Makes a stream safe for okhttp-sse and for reading by lines: drops a leading byte order mark, turns CR and CRLF into LF,
 * ends a line that the stream cut, and refuses a frame without end. Lives on the call's thread.
 *
 * <p>okhttp-sse loses the first event after a byte order mark, spins for ever on a last lone CR and fails with internal
 * errors on a cut line.
 */
final class EventLines implements Source {

    private static final long LONGEST_EVENT = 16L << 20;
    private static final ByteString LINE_END = ByteString.encodeUtf8("\n");
    private static final ByteString BLANK_LINE = ByteString.encodeUtf8("\n\n");

    /** How long the end of a body may take once the answer in it is complete. */
    private static final Duration REST = Duration.ofMillis(100);

    private static final int CHUNK = 1 << 13;
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final Source upstream;
    private final Duration idle;
    private final ByteString frameEnd;
    private final Tail tail = new Tail();
    private final Buffer raw = new Buffer();
    private long eventLength;
    private boolean begun;
    private boolean afterReturn;
    private boolean ended;
    private byte last = '\n';

    /**
     * @param upstream the body as it arrives
     * @param idle how long the stream may be silent once its first byte came; comments count as life
     * @param framing what a frame ends with
     */
    EventLines(Source upstream, Duration idle, Framing framing) {
        this.upstream = upstream;
        this.idle = idle;
        this.frameEnd = framing == Framing.LINES ? LINE_END : BLANK_LINE;
    }

    /** The last that came, as it came. */
    String tail() {
        return tail.text();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long before = sink.size();
        while (sink.size() == before) {
            if (ended) {
                return -1;
            }
            if (upstream.read(raw, byteCount) == -1) {
                end(sink);
            } else if (begin()) {
                pass(sink);
            }
        }
        return sink.size() - before;
    }

    /** False while the first bytes could still become a byte order mark. */
    private boolean begin() throws IOException {
        if (begun) {
            return true;
        }
        upstream.timeout().timeout(idle.toNanos(), TimeUnit.NANOSECONDS);
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (raw.size() == i) {
                return false;
            }
            if ((raw.getByte(i) & 0xFF) != BYTE_ORDER_MARK[i]) {
                begun = true;
                return true;
            }
        }
        raw.skip(BYTE_ORDER_MARK.length);
        begun = true;
        return true;
    }

    private void end(Buffer sink) throws IOException {
        ended = true;
        pass(sink);
        if (last != '\n') {
            sink.writeByte('\n');
        }
    }

    private void pass(Buffer sink) throws IOException {
        long size = raw.size();
        if (size == 0) {
            return;
        }
        tail.add(raw);
        if (!afterReturn && raw.indexOf((byte) '\r') == -1) {
            copy(size, sink);
        } else {
            convert(sink);
        }
    }

    /** Line by line, each copied as a whole: some services end every line so. */
    private void convert(Buffer sink) throws IOException {
        while (!raw.exhausted()) {
            if (afterReturn && raw.getByte(0) == '\n') {
                raw.skip(1);
            }
            afterReturn = false;
            long end = raw.indexOf((byte) '\r');
            copy(end < 0 ? raw.size() : end, sink);
            if (end >= 0) {
                raw.skip(1);
                afterReturn = true;
                measure(frameEnd == BLANK_LINE && last != '\n', 1);
                last = '\n';
                sink.writeByte(last);
            }
        }
    }

    private void copy(long size, Buffer sink) throws IOException {
        if (size > 0) {
            measure(raw.indexOf(frameEnd, 0, size) == -1, size);
            last = raw.getByte(size - 1);
            sink.write(raw, size);
        }
    }

    /** Within one chunk (8 KiB) of exact, which is enough for a limit. */
    private void measure(boolean sameEvent, long bytes) throws IOException {
        eventLength = sameEvent ? eventLength + bytes : bytes;
        if (eventLength > LONGEST_EVENT) {
            throw new ProtocolException("a line of the answer is longer than 16 MiB");
        }
    }

    @Override
    public Timeout timeout() {
        return upstream.timeout();
    }

    /** Reads what is left first, if it comes at once: only a body that was read to its end leaves its connection usable. */
    @Override
    public void close() throws IOException {
        try {
            upstream.timeout().deadline(REST.toNanos(), TimeUnit.NANOSECONDS);
            while (upstream.read(raw, CHUNK) != -1) {
                raw.clear();
            }
        } catch (IOException notAtOnce) {
            // Then the connection is not kept.
        } finally {
            upstream.close();
        }
    }
}
