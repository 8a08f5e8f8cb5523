package dev.belay.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an HTTP proxy. The login is sent without waiting to be asked: a request that is sent once cannot be repeated
 * after it was asked for. Equal for equal proxies, by which connections are kept.
 */
record ThroughHttpProxy(ProxyServer proxy) implements Authenticator {

    private static final String AUTHORIZATION = "Proxy-Authorization";
    private static final String CHALLENGE = "Proxy-Authenticate";

    /** How OkHttp asks for a login before any proxy has. */
    private static final String BEFOREHAND = "OkHttp-Preemptive";

    OkHttpClient client(OkHttpClient straight) {
        return straight.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                .proxyAuthenticator(this)
                .addInterceptor(this::blame)
                .addNetworkInterceptor(this::handOn)
                .build();
    }

    /** Whether a connection stands, through the proxy. */
    private static final class Reached {
        private boolean reached;
    }

    /** What fails before there is a connection is the proxy's doing; but the server's certificate is not. */
    private Response blame(Interceptor.Chain chain) throws IOException {
        Reached mark = new Reached();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Reached.class, mark).build());
        } catch (ProxyFailure | SSLException known) {
            throw known;
        } catch (IOException e) {
            throw mark.reached ? e : ProxyFailure.unreached(proxy, e);
        }
    }

    private Response handOn(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Reached mark = request.tag(Reached.class);
        if (mark != null) {
            mark.reached = true;
        }
        return chain.proceed(request.isHttps() ? request : introduced(request));
    }

    /** Called for each tunnel before it is asked for, and for each answer that says who are you. */
    @Override
    public Request authenticate(@Nullable Route route, Response response) throws IOException {
        if (BEFOREHAND.equals(response.header(CHALLENGE))) {
            return introduced(response.request());
        }
        throw ProxyFailure.login(proxy, ways(response));
    }

    private Request introduced(Request request) {
        return proxy.login().isEmpty()
                ? request
                : request.newBuilder()
                        .header(AUTHORIZATION, proxy.login().get().basic())
                        .build();
    }

    private static List<String> ways(Response response) {
        List<String> ways = new ArrayList<>();
        for (String challenge : response.headers(CHALLENGE)) {
            ways.add(challenge.strip().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT));
        }
        return ways;
    }
}
