package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.wire.Failures;
import dev.belay.wire.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence why a provider would not answer, whatever shape it says it in. */
final class Refusals {

    private static final int LONGEST_MESSAGE = 400;

    private Refusals() {}

    /** A response that is no success. */
    static Failed read(Refusal refusal, Endpoint endpoint) {
        int status = refusal.status();
        if (status >= 300 && status < 400) {
            return redirected(refusal);
        }
        String said = message(endpoint.hideKey(refusal.body()));
        Kind kind = kind(status, refusal.body());
        String message = "HTTP " + status + (said.isEmpty() ? " " + meaning(status) : ": " + said);
        return new Failed(new Problem(kind, message.strip(), hint(kind, endpoint)), retry(refusal, kind));
    }

    /** An error told inside a stream, or in place of one. Something was billed: it is not asked again. */
    static Failed inAnswer(String json, Endpoint endpoint) {
        String said = message(endpoint.hideKey(json));
        Kind kind = kind(500, json);
        String message = said.isEmpty() ? "the provider reported an error without a word" : said;
        return new Failed(new Problem(kind, message, hint(kind, endpoint)), Retry.NEVER);
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

    private static Kind kind(int status, String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        if (status == 402 || lower.contains("insufficient_quota")) {
            return Kind.QUOTA;
        }
        if (status == 413
                || lower.contains("context_length")
                || lower.contains("context length")
                || lower.contains("context window")
                || lower.contains("exceed_context_size")
                || lower.contains("too_many_prompt_tokens")) {
            return Kind.CONTEXT;
        }
        if (status == 401 || status == 403 || status == 400 && lower.contains("api key")) {
            return Kind.AUTH;
        }
        if (status == 404 || lower.contains("model_not_found")) {
            return Kind.NOT_FOUND;
        }
        if (status == 429 || lower.contains("rate_limit")) {
            return Kind.LIMIT;
        }
        return status >= 500 || status == 408 || status == 409 ? Kind.OVERLOADED : Kind.REFUSED;
    }

    private static String hint(Kind kind, Endpoint endpoint) {
        String key = endpoint.keyName();
        return switch (kind) {
            case AUTH -> endpoint.key().isEmpty()
                    ? "no key was sent" + (key.isEmpty() ? "" : "; set " + key)
                    : "the key in " + key + " was refused; check it";
            case QUOTA -> "the account has no credit left";
            case CONTEXT -> "the conversation is too long for this model; /clear begins anew";
            case NOT_FOUND -> "check the model's name (belay models lists them) and the base URL " + endpoint.baseUrl();
            case LIMIT -> "wait a little, then /retry";
            default -> "";
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400 -> "bad request";
            case 401 -> "not authorised";
            case 403 -> "forbidden";
            case 404 -> "not found";
            case 408 -> "the server timed out";
            case 402 -> "payment required";
            case 409 -> "conflict";
            case 413 -> "the request is too large";
            case 429 -> "too many requests";
            case 502 -> "bad gateway";
            case 503 -> "the server is not available";
            case 504 -> "the gateway timed out";
            default -> status >= 500 ? "the server failed" : "and no message";
        };
    }

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** As the official clients do: the server's own word first, then the status. */
    private static Retry retry(Refusal refusal, Kind kind) {
        String should = refusal.header("x-should-retry").orElse("");
        int status = refusal.status();
        boolean mayHelp = should.equals("true")
                || !should.equals("false") && (status == 408 || status == 409 || status == 429 || status >= 500);
        if (!mayHelp || kind == Kind.QUOTA) {
            return Retry.NEVER;
        }
        Optional<Duration> wait = RetryAfter.read(refusal);
        if (wait.isEmpty()) {
            return Retry.SOON;
        }
        return wait.get().compareTo(LONGEST_WAIT) > 0 ? Retry.NEVER : Retry.after(wait.get());
    }

    /** The message in an error body: JSON in any of the known shapes, a web page's title, or plain text. */
    private static String message(String body) {
        String text = body.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                String found = inJson(new ObjectMapper().readTree(text));
                return found.isEmpty() ? shorten(text) : shorten(found);
            } catch (JsonProcessingException cut) {
                return shorten(text);
            }
        }
        return text.startsWith("<")
                ? Failures.title(text).map(Refusals::shorten).orElse("a web page instead of an answer")
                : shorten(text);
    }

    private static String inJson(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isArray()) {
            return node.isEmpty() ? "" : inJson(node.get(0));
        }
        for (String name : new String[] {"error", "message", "detail", "msg", "details", "type"}) {
            String found = node.has(name) ? inJson(node.get(name)) : "";
            if (!found.isBlank()) {
                return found;
            }
        }
        return "";
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + " …";
    }
}
