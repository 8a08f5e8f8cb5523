package dev.belay.wire;

import dev.belay.wire.ProxyServer.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** Goes through a SOCKS proxy. Equal for equal proxies, by which connections are kept. */
record ThroughSocks(ProxyServer proxy) implements Dns {

    OkHttpClient client(OkHttpClient straight) {
        return straight.newBuilder()
                .socketFactory(LivelySockets.through(proxy))
                .dns(this)
                .build();
    }

    /** Where the proxy looks names up itself, a name stays one: the address beside it is never used. */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        return proxy.kind() == Kind.SOCKS
                ? Dns.SYSTEM.lookup(host)
                : List.of(InetAddress.getByAddress(host, new byte[4]));
    }
}
