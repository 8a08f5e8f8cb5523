package dev.belay.provider;

import dev.belay.chat.Problem.Kind;
import java.util.Locale;
import java.util.Set;

/** Sorts errors: services agree on the statuses for few of them, so codes and words count as well. */
final class ErrorKind {

    private static final Set<String> QUOTA =
            Set.of("insufficient_quota", "billing_error", "insufficient_balance", "exceeded_current_quota_error");
    private static final String[] QUOTA_WORDS = {
        "credit balance", "insufficient balance", "insufficient credit", "any credits", "out of credit"
    };
    private static final Set<String> AUTH = Set.of(
            "invalid_api_key",
            "authentication_error",
            "permission_error",
            "api_key_invalid",
            "unauthenticated",
            "permission_denied",
            "unauthorized",
            "invalid_authentication_error");
    private static final String[] KEY_WORDS = {"api key", "api_key", "api-key", "credentials"};
    private static final String[] MODERATION_WORDS = {"moderation", "flagged", "unsupported_country"};
    private static final Set<String> CONTEXT = Set.of(
            "context_length_exceeded",
            "too_many_tokens",
            "too_many_prompt_tokens",
            "exceed_context_size_error",
            "request_too_large",
            "tokens_limit_reached");
    private static final String[] CONTEXT_WORDS = {
        "context length", "context window", "context size", "maximum number of tokens", "too many tokens",
        "too many input tokens", "prompt is too long", "prompt too long", "input is too long", "maximum prompt length",
        "reduce the length"
    };
    private static final Set<String> NOT_FOUND =
            Set.of("model_not_found", "not_found_error", "not_found", "invalid_model", "deploymentnotfound");
    private static final String[] MODEL_WORDS = {
        "model not exist", "not a valid model", "model not found", "invalid model", "no such model", "unknown model"
    };
    private static final Set<String> LIMIT = Set.of(
            "rate_limit_error", "rate_limit_exceeded", "ratelimitreached", "resource_exhausted", "too_many_requests");
    private static final Set<String> REFUSED =
            Set.of("invalid_request_error", "invalid_argument", "failed_precondition", "content_filter", "bad_request");

    /** The status of an error that comes without one, inside an answer. */
    static final int UNTOLD = 0;

    private ErrorKind() {}

    static Kind of(int status, ErrorBody body) {
        String words = body.message().toLowerCase(Locale.ROOT);
        if (status == 402 || any(QUOTA, body) || any(QUOTA_WORDS, words)) {
            return Kind.QUOTA;
        }
        if (isAuth(status, body, words)) {
            return Kind.AUTH;
        }
        if (status == 413 || any(CONTEXT, body) || status != 429 && any(CONTEXT_WORDS, words)) {
            return Kind.CONTEXT;
        }
        if (status == 404 || status == 405 || status == 410 || any(NOT_FOUND, body) || any(MODEL_WORDS, words)) {
            return Kind.NOT_FOUND;
        }
        if (status == 429 || any(LIMIT, body)) {
            return Kind.LIMIT;
        }
        boolean passing = status >= 500 || status == 408 || status == 409 || status == 499;
        return passing || status == UNTOLD && !any(REFUSED, body) ? Kind.OVERLOADED : Kind.REFUSED;
    }

    private static boolean isAuth(int status, ErrorBody body, String words) {
        if (status == 403
                && (any(MODERATION_WORDS, words)
                        || any(MODERATION_WORDS, body.codes().toString()))) {
            return false;
        }
        return status == 401
                || status == 403
                || status == 407
                || any(AUTH, body)
                || status == 400 && any(KEY_WORDS, words);
    }

    private static boolean any(Set<String> codes, ErrorBody body) {
        return body.codes().stream().anyMatch(codes::contains);
    }

    private static boolean any(String[] words, String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
