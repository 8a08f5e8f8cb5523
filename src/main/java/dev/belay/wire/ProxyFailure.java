package dev.belay.wire;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that was not made because of the proxy it was to go through; says so in a sentence. */
final class ProxyFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String CONNECT_REFUSED = "Unexpected response code for CONNECT: ";
    private static final int SERVER_ERRORS = 500;

    private final transient Failed failed;

    private ProxyFailure(Failed failed, @Nullable Throwable cause) {
        super(failed.problem().message(), cause);
        this.failed = failed;
    }

    Failed failed() {
        return failed;
    }

    /** Nothing came of talking to it. */
    static ProxyFailure unreached(ProxyServer proxy, IOException e) {
        if (e instanceof UnknownHostException) {
            return again("the name of " + proxy + " was not found", "check " + proxy.setting(), e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return again("nothing answers at " + proxy, "check " + proxy.setting(), e);
        }
        if (e instanceof SocketTimeoutException) {
            return again(proxy + " did not answer in time", "check the network and " + proxy.setting(), e);
        }
        String said = String.valueOf(e.getMessage());
        if (said.startsWith(CONNECT_REFUSED)) {
            return noTunnel(proxy, said.substring(CONNECT_REFUSED.length()), e);
        }
        return again(proxy + " broke off", "check that " + proxy.setting() + " names a proxy of the right kind", e);
    }

    private static ProxyFailure noTunnel(ProxyServer proxy, String status, IOException e) {
        String message = proxy + " would not connect to the server: HTTP " + status;
        return status.compareTo(Integer.toString(SERVER_ERRORS)) >= 0
                ? again(message, "", e)
                : never(Kind.CONFIGURATION, message, "ask who runs it, or name the server in NO_PROXY");
    }

    /** It wants to know who we are, or does not accept who we say to be. */
    static ProxyFailure login(ProxyServer proxy, List<String> ways) {
        if (!ways.isEmpty() && !ways.contains("basic")) {
            return never(
                    Kind.CONFIGURATION,
                    proxy + " wants a login of the kind " + String.join(", ", ways) + ", which belay does not speak",
                    "a local proxy that does can stand in between");
        }
        return proxy.login().isPresent()
                ? never(
                        Kind.AUTH,
                        proxy + " refused the login",
                        "check the user and the password in " + proxy.setting())
                : never(
                        Kind.CONFIGURATION,
                        proxy + " wants a login",
                        "write it into " + proxy.setting() + ", before the host: USER:PASSWORD@");
    }

    /** A SOCKS proxy answered with an error that may pass. */
    static ProxyFailure again(ProxyServer proxy, String what) {
        return again(proxy + " " + what, "", null);
    }

    /** A SOCKS proxy answered with an error that stays. */
    static ProxyFailure never(ProxyServer proxy, String what, String hint) {
        return never(Kind.CONFIGURATION, proxy + " " + what, hint);
    }

    private static ProxyFailure again(String message, String hint, @Nullable Throwable cause) {
        return new ProxyFailure(new Failed(new Problem(Kind.NETWORK, message, hint), Retry.SOON), cause);
    }

    private static ProxyFailure never(Kind kind, String message, String hint) {
        return new ProxyFailure(new Failed(new Problem(kind, message, hint), Retry.NEVER), null);
    }
}
