package dev.belay.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who we are to a proxy. Never shown. */
record ProxyLogin(String user, String password) {

    /** As HTTP carries it. */
    String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    byte[] userBytes() {
        return user.getBytes(StandardCharsets.UTF_8);
    }

    byte[] passwordBytes() {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "a login";
    }
}
