package dev.belay.wire;

import java.util.Optional;

/**
 * A proxy.
 *
 * @param kind what it speaks
 * @param host its name or address, without brackets
 * @param port where it listens
 * @param login who we are to it
 * @param setting the variable or the setting that names it, for messages
 */
record ProxyServer(Kind kind, String host, int port, Optional<ProxyLogin> login, String setting) {

    /** What proxies speak. */
    enum Kind {
        /** HTTP: encrypted connections go through a tunnel, others are handed on request by request. */
        HTTP,
        /** SOCKS 5, the names of servers looked up here. */
        SOCKS,
        /** SOCKS 5, the names of servers looked up by the proxy. */
        SOCKS_WITH_NAMES
    }

    boolean isHttp() {
        return kind == Kind.HTTP;
    }

    @Override
    public String toString() {
        return "the proxy " + host + ":" + port + " (from " + setting + ")";
    }
}
