package dev.belay.wire;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says in a sentence what the network did. */
public final class Failures {

    private Failures() {}

    /** No answer had begun: a connection that failed may be tried again. */
    public static Failed beforeAnswer(IOException e, String url) {
        String server = server(url);
        if (e instanceof ProxyFailure proxy) {
            return proxy.failed();
        }
        if (e instanceof UnknownHostException) {
            return again("the name of " + server + " was not found", "check the network and the base URL");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return again("nothing answers at " + server, "check that the server runs and that the base URL is right");
        }
        if (e instanceof SocketTimeoutException) {
            return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect")
                    ? again(server + " did not accept a connection in time", "check the network")
                    : never(server + " sent nothing within the time limit", "raise it with --idle-timeout");
        }
        if (e instanceof SSLException insecure) {
            return TlsFailures.failed(insecure, server);
        }
        if (e instanceof ProtocolException) {
            return new Failed(
                    new Problem(Kind.PROTOCOL, server + " does not speak HTTP", "check the base URL"), Retry.NEVER);
        }
        return again(server + " closed the connection without an answer", "");
    }

    /** The answer had begun: asking again would be paid twice. */
    static Failed inAnswer(IOException e, Duration idle) {
        if (e instanceof SocketTimeoutException) {
            return never("nothing came for " + seconds(idle), "the connection is dead, or raise --idle-timeout");
        }
        if (e instanceof ProtocolException
                && e.getMessage() != null
                && e.getMessage().startsWith("a line")) {
            return new Failed(new Problem(Kind.PROTOCOL, e.getMessage()), Retry.NEVER);
        }
        return never("the connection broke in mid-answer", "ask again; in a chat /continue goes on from here");
    }

    /** A web page where an answer should be: a log-in portal or a proxy. */
    public static Failed page(String html, String url) {
        String title = title(html).map(text -> " (“" + text + "”)").orElse("");
        return new Failed(
                new Problem(
                        Kind.PROTOCOL,
                        server(url) + " answered with a web page" + title + " instead of an answer",
                        "a proxy or a log-in portal may be in between, or the base URL lacks its path, such as /v1"),
                Retry.NEVER);
    }

    /** What a web page calls itself. */
    public static Optional<String> title(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        int begin = lower.indexOf("<title>");
        int end = lower.indexOf("</title>", Math.max(begin, 0));
        return begin >= 0 && end > begin
                ? Optional.of(html.substring(begin + "<title>".length(), end).strip())
                : Optional.empty();
    }

    /** Host and port of an address, without anything that may be secret. */
    static String server(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        return parsed == null ? "the server" : parsed.host() + ":" + parsed.port();
    }

    static String trace(Throwable t) {
        StringWriter out = new StringWriter();
        t.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    private static String seconds(Duration d) {
        return d.toMillis() % 1000 == 0 ? d.toSeconds() + " s" : d.toMillis() + " ms";
    }

    private static Failed again(String message, String hint) {
        return new Failed(new Problem(Kind.NETWORK, message, hint), Retry.SOON);
    }

    private static Failed never(String message, String hint) {
        return new Failed(new Problem(Kind.NETWORK, message, hint), Retry.NEVER);
    }
}
