package dev.belay.wire;

import dev.belay.chat.ProblemException;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Which servers are reached through which proxy. This machine never is.
 *
 * @param http for plain addresses
 * @param https for encrypted ones
 * @param except the servers that are reached straight all the same, as {@code NO_PROXY} lists them
 */
public record Proxies(Optional<ProxySetting> http, Optional<ProxySetting> https, String except) {

    public static final Proxies NONE = new Proxies(Optional.empty(), Optional.empty(), "");

    /**
     * The proxy for an address, if it has one.
     *
     * @throws ProblemException when what is set is no proxy
     */
    Optional<ProxyServer> of(String url) {
        Optional<ProxySetting> setting = Http.isSecure(url) ? https : http;
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        HttpUrl address = HttpUrl.get(url);
        return NoProxy.isThisMachine(address.host()) || NoProxy.covers(except, address.host(), address.port())
                ? Optional.empty()
                : setting.map(ProxyAddress::read);
    }
}
