package dev.belay.wire;

import okhttp3.Request;

/** A mark on a request: whether a connection stands over which it can be sent. Lives on the call's thread. */
final class Reached {

    private boolean reached;

    Request on(Request request) {
        return request.newBuilder().tag(Reached.class, this).build();
    }

    static void set(Request request) {
        request.tag(Reached.class).reached = true;
    }

    static boolean isSet(Request request) {
        return request.tag(Reached.class).reached;
    }
}
