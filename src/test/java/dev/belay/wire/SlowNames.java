package dev.belay.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;

/** A name server that does not answer until it is released. */
public final class SlowNames implements Dns {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** A client that looks its names up here. */
    public Http http() {
        return Http.changed(Network.DIRECT, Timeouts.DEFAULT, builder -> builder.dns(this));
    }

    @Override
    public List<InetAddress> lookup(String hostname) {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    public void awaitAsked() throws InterruptedException {
        asked.await();
    }

    public void release() {
        released.countDown();
    }
}
