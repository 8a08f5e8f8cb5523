package dev.belay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Phase;
import dev.belay.chat.Problem;
import dev.belay.provider.Endpoint;
import dev.belay.view.Cleaner;
import dev.belay.view.Style;
import java.time.Duration;
import java.util.Locale;

/**
 * What a probe found, in words and as JSON.
 *
 * @param choice which model was asked
 * @param afterStop what its service is known to do with a stopped answer; empty where a stop stops the bill as well
 */
record ProbeReport(Choice choice, Probe.Findings findings, String afterStop) {

    private static final int LABELS = 32;
    private static final double NANOS_A_MILLI = 1e6;

    String text(Style style) {
        StringBuilder text = new StringBuilder();
        line(text, "model", choice.name() + " (" + choice.origin().words() + ")");
        if (choice.endpoint().isPresent()) {
            Endpoint endpoint = choice.endpoint().get();
            line(text, "base URL", endpoint.baseUrl());
            line(text, "key", endpoint.key().isPresent() ? "from " + endpoint.keyName() : "none");
        }
        text.append('\n');
        for (int i = 0; i < findings.steps().size(); i++) {
            Probe.Step step = findings.steps().get(i);
            boolean broke = findings.outcome() instanceof Failed
                    && i == findings.steps().size() - 1;
            String sign = broke ? style.error(style.failureSign()) : style.dim(doneSign(style));
            time(text, sign + " " + step.phase().words(), step.phase().words().length() + 2, step.took());
        }
        findings.firstToken().ifPresent(time -> {
            text.append('\n');
            time(text, "first token after", "first token after".length(), time);
        });
        findings.closing().ifPresent(time -> time(text, "stopped, connection closed after", LABELS, time));
        if (findings.outcome() instanceof Outcome.Complete) {
            line(text, "not stopped", "the answer was complete before it could be");
        }
        findings.aftermath().ifPresent(told -> text.append(told).append('\n'));
        if (!afterStop.isEmpty()) {
            text.append(afterStop).append('\n');
        }
        return text.toString();
    }

    private static String doneSign(Style style) {
        return style.utf8() ? "✓" : "+";
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(label)
                .append(" ".repeat(Math.max(1, 12 - label.length())))
                .append(Cleaner.clean(value))
                .append('\n');
    }

    private static void time(StringBuilder text, String label, int width, Duration time) {
        String millis = String.format(Locale.ROOT, "%.1f ms", time.toNanos() / NANOS_A_MILLI);
        text.append(label)
                .append(" ".repeat(Math.max(1, LABELS + 12 - width - millis.length())))
                .append(millis)
                .append('\n');
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("model", choice.model());
        if (!choice.provider().isEmpty()) {
            json.put("provider", choice.provider());
        }
        choice.endpoint().ifPresent(endpoint -> {
            json.put("base_url", endpoint.baseUrl());
            if (endpoint.key().isPresent()) {
                json.put("key", endpoint.keyName());
            }
        });
        json.put("outcome", outcome());
        ArrayNode steps = json.putArray("steps");
        for (Probe.Step step : findings.steps()) {
            steps.addObject().put("step", name(step.phase())).put("ms", millis(step.took()));
        }
        findings.firstToken().ifPresent(time -> json.put("first_token_ms", millis(time)));
        findings.closing().ifPresent(time -> json.put("closed_ms", millis(time)));
        if (findings.outcome() instanceof Failed failed) {
            add(failed.problem(), json.putObject("error"));
        }
        return json.toString();
    }

    private static void add(Problem problem, ObjectNode error) {
        error.put("kind", problem.kind().name().toLowerCase(Locale.ROOT)).put("message", problem.message());
        if (!problem.hint().isEmpty()) {
            error.put("hint", problem.hint());
        }
    }

    private String outcome() {
        if (findings.outcome() instanceof Failed) {
            return "failed";
        }
        return findings.closing().isPresent() ? "stopped" : "complete";
    }

    private static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** To a hundredth. */
    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e4) / 100.0;
    }
}
