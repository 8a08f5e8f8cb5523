package dev.belay.wire;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.EventListener;

/** Tells when a client begins to connect. */
public final class WatchedConnect extends EventListener {

    private final CountDownLatch begun = new CountDownLatch(1);

    public Http http() {
        return Http.changed(Network.DIRECT, Timeouts.DEFAULT, builder -> builder.eventListener(this));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        begun.countDown();
    }

    public void await() throws InterruptedException {
        begun.await();
    }
}
