package dev.belay.wire;

import dev.belay.chat.Exchange;
import dev.belay.chat.Message;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** Runs the real client on a body that arrives in the pieces which a test has cut. */
public final class CannedAnswers {

    private CannedAnswers() {}

    /** The signals that a protocol reads from a body with status 200. */
    public static List<Signal> read(Protocol protocol, String contentType, List<byte[]> pieces) {
        List<Signal> signals = new ArrayList<>();
        read(protocol, contentType, pieces, signals::add);
        return signals;
    }

    /** The same, for answers that are too long to keep. */
    public static void read(Protocol protocol, String contentType, List<byte[]> pieces, Exchange.Outbox out) {
        Http http = Http.changed(
                Network.DIRECT,
                Timeouts.DEFAULT,
                builder -> builder.addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(okhttp3.Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(Okio.buffer(new Pieces(pieces)), MediaType.parse(contentType), -1))
                        .build()));
        http.speaking(protocol)
                .open(new Prompt("m", "", List.of(Message.user("q"))))
                .run(out);
    }

    /** A body of which each read gives one piece. */
    private static final class Pieces implements Source {
        private final List<byte[]> pieces;
        private int next;
        private final Buffer rest = new Buffer();

        private Pieces(List<byte[]> pieces) {
            this.pieces = pieces;
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            if (rest.exhausted()) {
                if (next == pieces.size()) {
                    return -1;
                }
                rest.write(pieces.get(next++));
            }
            return rest.read(sink, Math.min(byteCount, rest.size()));
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
