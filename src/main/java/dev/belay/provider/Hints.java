package dev.belay.provider;

import dev.belay.chat.Problem.Kind;
import java.time.Duration;

/** Says what a person can do about an error; right in the middle of a chat and for a single question. */
final class Hints {

    private Hints() {}

    static String of(Kind kind, int status, ErrorBody body, Endpoint endpoint) {
        return switch (kind) {
            case AUTH -> key(status, body, endpoint);
            case QUOTA -> "the account has no credit left";
            case CONTEXT -> "send less, or begin a new conversation (/clear)";
            case NOT_FOUND -> "check the model's name (belay models lists them) and the base URL " + endpoint.baseUrl();
            case LIMIT -> body.delay().map(Hints::wait).orElse("wait a little, then ask again");
            case OVERLOADED ->
                body.form() == ErrorBody.Form.WEB_PAGE
                        ? "this came from a proxy in between or from the provider's front door; ask again in a while"
                        : "ask again in a while";
            default -> "";
        };
    }

    private static String wait(Duration wait) {
        return "wait " + Math.max(1, wait.toSeconds()) + " s, then ask again";
    }

    private static String key(int status, ErrorBody body, Endpoint endpoint) {
        String name = endpoint.keyName();
        if (status == 407) {
            return "check the name and the password in the proxy's address";
        }
        if (endpoint.key().isEmpty()) {
            return "no key was sent" + (name.isEmpty() ? "" : "; set " + name);
        }
        String key = name.isEmpty() ? "the key" : "the key in " + name;
        if (status != 403) {
            return key + " was refused; check it";
        }
        return body.form() == ErrorBody.Form.WEB_PAGE
                ? "a proxy or a firewall in between may not let this through; or " + key + " is not allowed to do this"
                : key + " is not allowed to do this; check the account and the model";
    }
}
