package dev.belay.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.wire.Failures;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provider says of its error, whatever shape it says it in.
 *
 * @param message its own sentence, on one line; empty when it has none
 * @param codes its short words for the error, such as types and codes, in lower case
 * @param status the HTTP status that the body tells, or {@link ErrorKind#UNTOLD}
 * @param delay how long the body asks to wait
 * @param form what the body is written in
 */
record ErrorBody(String message, Set<String> codes, int status, Optional<Duration> delay, Form form) {

    /** What bodies are written in. */
    enum Form {
        JSON,
        /** Mostly from something between belay and the provider. */
        WEB_PAGE,
        TEXT
    }

    private static final Pattern CUT_MESSAGE =
            Pattern.compile("\"(?:message|detail)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)");
    private static final String[] CODES = {"code", "type", "status", "status_code", "reason", "error_type"};

    static ErrorBody read(String body) {
        String text = body.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return json(new ObjectMapper().readTree(text));
            } catch (JsonProcessingException cut) {
                return plain(messageIn(text), Form.JSON);
            }
        }
        return text.startsWith("<")
                ? plain(Failures.title(text).orElse("a web page instead of an answer"), Form.WEB_PAGE)
                : plain(text, Form.TEXT);
    }

    private static ErrorBody plain(String message, Form form) {
        return new ErrorBody(Sentences.oneLine(message), Set.of(), ErrorKind.UNTOLD, Optional.empty(), form);
    }

    /** As much of the message as came. */
    private static String messageIn(String cutJson) {
        Matcher match = CUT_MESSAGE.matcher(cutJson);
        if (!match.find()) {
            return "";
        }
        try {
            return new ObjectMapper().readTree("\"" + match.group(1) + "\"").asText();
        } catch (JsonProcessingException cutInAnEscape) {
            return match.group(1);
        }
    }

    private static ErrorBody json(JsonNode body) {
        JsonNode root = body.isArray() ? first(body) : body;
        Set<String> codes = new TreeSet<>();
        addCodes(root, codes);
        addCodes(root.path("error"), codes);
        Optional<Duration> wait = Optional.empty();
        for (JsonNode detail : root.path("error").path("details")) {
            addCodes(detail, codes);
            wait = wait.or(() -> RetryAfter.seconds(detail.path("retryDelay").asText()));
        }
        return new ErrorBody(Sentences.in(root), codes, status(codes), wait, Form.JSON);
    }

    /** Of a list the element that tells an error. */
    private static JsonNode first(JsonNode list) {
        for (JsonNode element : list) {
            if (element.has("error")) {
                return element;
            }
        }
        return list.path(0);
    }

    private static void addCodes(JsonNode node, Set<String> codes) {
        for (String name : CODES) {
            if (node.path(name).isValueNode() && !node.path(name).isNull()) {
                codes.add(node.path(name).asText().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static int status(Set<String> codes) {
        for (String code : codes) {
            if (code.matches("[45]\\d\\d")) {
                return Integer.parseInt(code);
            }
        }
        return ErrorKind.UNTOLD;
    }
}
