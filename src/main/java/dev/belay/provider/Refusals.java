package dev.belay.provider;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.wire.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Says in a sentence why a provider would not answer. */
final class Refusals {

    private static final int LONGEST_MESSAGE = 400;

    /** A longer message is not searched for keys: what follows is never shown. */
    private static final int LONGEST_READ = 4 * LONGEST_MESSAGE;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private Refusals() {}

    /** A response that is no success. */
    static Failed read(Refusal refusal, Endpoint endpoint) {
        int status = refusal.status();
        if (status >= 300 && status < 400) {
            return redirected(refusal);
        }
        ErrorBody body = ErrorBody.read(refusal.body());
        Kind kind = ErrorKind.of(status, body);
        String said = shown(body, endpoint);
        String message = "HTTP " + status + (said.isEmpty() ? " " + meaning(status) : ": " + said);
        return new Failed(
                new Problem(kind, message.strip(), Hints.of(kind, status, body, endpoint)), retry(refusal, kind, body));
    }

    /** An error told inside a stream, or in place of one. Something was billed: it is not asked again. */
    static Failed inAnswer(String json, Endpoint endpoint) {
        ErrorBody body = ErrorBody.read(json);
        Kind kind = ErrorKind.of(body.status(), body);
        String said = shown(body, endpoint);
        String message = said.isEmpty() ? "the provider reported an error without a word" : said;
        return new Failed(new Problem(kind, message, Hints.of(kind, body.status(), body, endpoint)), Retry.NEVER);
    }

    private static String shown(ErrorBody body, Endpoint endpoint) {
        String said = body.message();
        String line = endpoint.hideKey(said.length() <= LONGEST_READ ? said : said.substring(0, LONGEST_READ));
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " …";
    }

    private static Failed redirected(Refusal refusal) {
        String to = refusal.header("location").map(Refusals::host).orElse("elsewhere");
        return new Failed(
                new Problem(
                        Kind.CONFIGURATION,
                        "HTTP " + refusal.status() + ": the server redirects to " + to
                                + "; that is not followed, so that no key goes astray",
                        "give the final address with --base-url"),
                Retry.NEVER);
    }

    /** The other host alone: the rest of the address may carry secrets. */
    private static String host(String location) {
        try {
            String host = URI.create(location).getHost();
            return host == null ? "another path" : host;
        } catch (IllegalArgumentException unreadable) {
            return "an unreadable address";
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400 -> "bad request";
            case 401 -> "not authorised";
            case 402 -> "payment required";
            case 403 -> "forbidden";
            case 404 -> "not found";
            case 405 -> "not this way";
            case 407 -> "the proxy wants a login";
            case 408 -> "the server timed out";
            case 409 -> "conflict";
            case 413 -> "the request is too large";
            case 422 -> "the server cannot process the request";
            case 429 -> "too many requests";
            case 502 -> "bad gateway";
            case 503 -> "the server is not available";
            case 504, 524 -> "the gateway timed out";
            case 529 -> "the provider is overloaded";
            default -> status >= 500 ? "the server failed" : "and no message";
        };
    }

    /** The server's own word first, as the official clients do; what will be refused again is not asked again. */
    private static Retry retry(Refusal refusal, Kind kind, ErrorBody body) {
        String should = refusal.header("x-should-retry").orElse("");
        boolean passing = kind == Kind.LIMIT || kind == Kind.OVERLOADED;
        if (kind == Kind.QUOTA || should.equals("false") || !passing && !should.equals("true")) {
            return Retry.NEVER;
        }
        Optional<Duration> wait = RetryAfter.read(refusal).or(body::delay);
        if (wait.isEmpty()) {
            return Retry.SOON;
        }
        return wait.get().compareTo(LONGEST_WAIT) > 0 ? Retry.NEVER : Retry.after(wait.get());
    }
}
