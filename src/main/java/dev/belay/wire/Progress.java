package dev.belay.wire;

import dev.belay.chat.Exchange;
import dev.belay.chat.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Says how far a call has come; told by whichever thread does the work. A request carries its own as a tag. */
final class Progress extends EventListener {

    static final EventListener.Factory OF_REQUEST = new EventListener.Factory() {
        @Override
        public EventListener create(Call call) {
            Progress own = call.request().tag(Progress.class);
            return own == null ? NONE : own;
        }
    };

    /** Set before the call is sent. */
    private Exchange.@Nullable Outbox out;

    void tell(Exchange.Outbox outbox) {
        out = outbox;
    }

    private void reached(Phase phase) {
        if (out != null) {
            out.reached(phase);
        }
    }

    @Override
    public void dnsStart(Call call, String name) {
        reached(Phase.LOOKUP);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        reached(Phase.CONNECTING);
    }

    @Override
    public void secureConnectStart(Call call) {
        reached(Phase.SECURING);
    }

    @Override
    public void requestHeadersStart(Call call) {
        reached(Phase.SENDING);
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        reached(Phase.ANSWER);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        reached(Phase.FIRST_TOKEN);
    }

    /** The next attempt begins with a connection of its own. */
    @Override
    public void requestFailed(Call call, IOException e) {
        reached(Phase.PREPARING);
    }
}
