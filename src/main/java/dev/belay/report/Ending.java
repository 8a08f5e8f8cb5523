package dev.belay.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Answer;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Problem;
import dev.belay.chat.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of an answer at its end, of all the times that it was asked for. What is not known is not there. */
final class Ending {

    private final Origin origin;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private Used used = Used.NOTHING;
    private Optional<Duration> firstToken = Optional.empty();
    private Duration total = Duration.ZERO;

    Ending(Origin origin) {
        this.origin = origin;
    }

    void text(String piece) {
        text.append(piece);
    }

    void reasoning(String piece) {
        reasoning.append(piece);
    }

    /** It is asked for again: what was thought then belongs to an answer that nobody gets. */
    void again(Answer answer) {
        count(answer);
        reasoning.setLength(0);
    }

    private void count(Answer answer) {
        used = used.and(Used.of(answer, origin.prices()));
        if (firstToken.isEmpty() && answer.firstToken().isPresent()) {
            firstToken = Optional.of(total.plus(answer.firstToken().get()));
        }
        total = total.plus(answer.elapsed());
    }

    /** All of it. */
    void write(JsonGenerator json, Answer answer) throws IOException {
        count(answer);
        origin(json, origin);
        outcome(json, answer.outcome());
        if (text.length() > 0 || answer.outcome() instanceof Complete) {
            json.writeStringField("text", text.toString());
        }
        if (reasoning.length() > 0) {
            json.writeStringField("reasoning", reasoning.toString());
        }
        if (used.isKnown()) {
            json.writeObjectFieldStart("usage");
            used.writeTokens(json);
            json.writeBooleanField("estimated", used.isEstimated());
            used.writeDollars(json);
            json.writeEndObject();
        }
        timing(json);
        error(json, answer.outcome());
    }

    /** Where there was no answer to tell. */
    static void write(JsonGenerator json, @Nullable Origin origin, Outcome outcome) throws IOException {
        if (origin != null) {
            origin(json, origin);
        }
        outcome(json, outcome);
        error(json, outcome);
    }

    private static void origin(JsonGenerator json, Origin origin) throws IOException {
        json.writeStringField("model", origin.model());
        field(json, "provider", origin.provider());
        field(json, "session", origin.session().get());
    }

    private static void field(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeStringField("outcome", Round.End.of(outcome).name().toLowerCase(Locale.ROOT));
        field(json, "reason", outcome.reason());
    }

    private void timing(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("timing");
        if (firstToken.isPresent()) {
            json.writeNumberField("first_token_ms", firstToken.get().toMillis());
        }
        json.writeNumberField("total_ms", total.toMillis());
        json.writeEndObject();
    }

    private static void error(JsonGenerator json, Outcome outcome) throws IOException {
        if (outcome instanceof Failed failed) {
            Problem problem = failed.problem();
            json.writeObjectFieldStart("error");
            json.writeStringField("kind", problem.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("message", problem.message());
            field(json, "hint", problem.hint());
            json.writeEndObject();
        }
    }
}
