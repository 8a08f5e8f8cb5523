package dev.belay.wire;

import dev.belay.chat.Exchange;
import dev.belay.chat.ProblemException;
import java.math.BigDecimal;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of the whole program, set up so that nothing is sent twice and no redirect carries a key away. Its parts
 * are made when they are needed, or before in the background. Any thread.
 */
public final class Http {

    /** Takes nothing: what is costly to say is then not even put together. */
    public static final Consumer<String> UNHEARD = line -> {};

    private final Network network;
    private final Timeouts timeouts;
    private final Consumer<String> debug;
    private final Late<OkHttpClient> plain;
    private final Late<List<DerCertificate>> roots;
    private final Late<KeyManager[]> keys;
    private final Late<OkHttpClient> secure;

    private Http(
            Network network, Timeouts timeouts, Consumer<String> debug, UnaryOperator<OkHttpClient.Builder> change) {
        this.network = network;
        this.timeouts = timeouts;
        this.debug = debug;
        this.plain = new Late<>(() -> change.apply(builder(timeouts)).build());
        this.roots = new Late<>(() -> Roots.of(network.trust()));
        this.keys = new Late<>(() -> network.identity().map(ClientKey::managers).orElse(null));
        this.secure = new Late<>(() -> Tls.client(plain.get(), roots.get(), keys.get(), timeouts.connect()));
    }

    /**
     * Nothing is connected, read or loaded yet.
     *
     * @param network how servers are reached
     * @param timeouts how long silence may last
     * @param debug takes lines on what is sent where, without keys
     */
    public static Http over(Network network, Timeouts timeouts, Consumer<String> debug) {
        return new Http(network, timeouts, debug, UnaryOperator.identity());
    }

    /** The same with some part of the client replaced, which only tests do. */
    static Http changed(Network network, Timeouts timeouts, UnaryOperator<OkHttpClient.Builder> change) {
        return new Http(network, timeouts, UNHEARD, change);
    }

    /** A client for cleartext only, which skips the cost of setting up TLS. Retrying is for requests that never left. */
    private static OkHttpClient.Builder builder(Timeouts timeouts) {
        return KeptConnections.checking(new OkHttpClient.Builder())
                .followRedirects(false)
                .followSslRedirects(false)
                .proxy(Proxy.NO_PROXY)
                .eventListenerFactory(Progress.OF_REQUEST)
                .socketFactory(LivelySockets.straight())
                .connectTimeout(timeouts.connect())
                .writeTimeout(timeouts.idle())
                .readTimeout(timeouts.firstByte())
                .callTimeout(Duration.ZERO)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }

    static boolean isSecure(String url) {
        return !url.regionMatches(true, 0, "http:", 0, 5);
    }

    private OkHttpClient client(String url) {
        OkHttpClient straight = (isSecure(url) ? secure : plain).get();
        Optional<ProxyServer> proxy = network.proxies().of(url);
        if (proxy.isEmpty()) {
            return straight;
        }
        debug.accept("through " + proxy.get());
        return proxy.get().isHttp()
                ? new ThroughHttpProxy(proxy.get()).client(straight)
                : new ThroughSocks(proxy.get()).client(straight);
    }

    /**
     * Looks whether a server at this address can be reached as the settings want it, without connecting.
     *
     * @throws ProblemException when a setting or a file that one names is wrong
     */
    public void check(String url) {
        network.proxies().of(url);
        if (isSecure(url) && network.namesFiles()) {
            roots.get();
            keys.get();
        }
    }

    /** Loads in the background what the first request to this address needs: on two cores that is then free. */
    public void warmUp(String url) {
        if (isSecure(url)) {
            inBackground(() -> {
                secure.run();
                Tls.rehearse(roots.get());
            });
            inBackground(Tls::warmUp);
        } else {
            inBackground(plain);
        }
    }

    /** The same while it is not known yet whom to ask, and how. */
    public static void warmUp() {
        inBackground(() -> {
            builder(Timeouts.DEFAULT).build();
            loadNumbers();
        });
    }

    /** Whoever reads JSON asks for these: Java then computes tables of large numbers, which takes it 10 ms. */
    private static void loadNumbers() {
        BigDecimal unused = BigDecimal.valueOf(0);
    }

    /** What secure connections need besides. */
    public static void warmUpTls() {
        inBackground(Tls::warmUp);
    }

    /** Closes every connection: at its end Java waits up to 300 ms for threads that read from one, as HTTP/2 always does. */
    public static void hangUp() {
        LivelySockets.closeAll();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "belay-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** A way to ask by this protocol. */
    public Exchange speaking(Protocol protocol) {
        return prompt -> {
            Post post = protocol.post(prompt);
            return new HttpCall(() -> client(post.url()), protocol, post, timeouts.idle(), debug);
        };
    }

    /** A request for a small document, which is sent when it is told to. */
    public Fetch fetch(String url, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(url);
        headers.forEach(request::header);
        return new Fetch(new LateCall(() -> client(url), request.build()), url, debug);
    }

    /**
     * @param body the document of a success
     * @param refusal what came instead; null for a success
     */
    public record Fetched(String body, @Nullable Refusal refusal) {}
}
