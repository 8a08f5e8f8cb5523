package dev.belay.report;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Phase;
import dev.belay.chat.Problem;
import dev.belay.chat.Usage;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes each event of an answer as a line of JSON when it comes, and at the end all there is to tell. Lives on the turn's thread. */
public final class JsonLines extends JsonText {

    private Usage told = Usage.UNKNOWN;
    private Phase phase = Phase.PREPARING;
    private int attempt;

    private JsonLines(Output out, Origin origin) {
        super(out, origin);
    }

    public static Form from(Origin origin) {
        return new Form() {
            @Override
            public AnswerText on(Output out) {
                return new JsonLines(out, origin);
            }
        };
    }

    /**
     * Says how it ended where there was no answer to tell.
     *
     * @param origin whose answer it would have been, as far as that is known
     */
    public static void write(Output out, @Nullable Origin origin, Outcome outcome) throws IOException {
        JsonLine line = JsonLine.ofType("end");
        Ending.write(line.json(), origin, outcome);
        line.to(out);
    }

    private void said(String type, String text) throws IOException {
        JsonLine.ofType(type).field("text", text).to(out);
    }

    private void notice(String kind, String message) throws IOException {
        JsonLine.ofType("notice").field("kind", kind).field("message", message).to(out);
    }

    @Override
    public void next(String piece) throws IOException {
        ending.text(piece);
        said("text", piece);
    }

    @Override
    public void besides(Event event) throws IOException {
        if (event instanceof Event.Reasoning reasoning) {
            ending.reasoning(reasoning.text());
            said("reasoning", reasoning.text());
        } else if (event instanceof Event.Counted counted) {
            usage(counted.usage());
        } else if (event instanceof Event.ToolCall call) {
            notice("tool", "the model wants to call a tool, which belay does not offer: " + call.name());
        } else if (event instanceof Event.Retrying retrying) {
            retry(retrying);
        } else if (event instanceof Event.Waiting waiting) {
            await(waiting.phase());
        }
    }

    /** Some providers tell it with every piece. */
    private void usage(Usage usage) throws IOException {
        // Not by comparing records, which is linked anew at each start.
        boolean isTold = usage.inputTokens().equals(told.inputTokens())
                && usage.outputTokens().equals(told.outputTokens())
                && usage.dollars().equals(told.dollars());
        if (isTold) {
            return;
        }
        told = usage;
        Used used = Used.of(usage);
        JsonLine line = JsonLine.ofType("usage");
        used.writeTokens(line.json());
        used.writeDollars(line.json());
        line.to(out);
    }

    /** Told each second, and worth a line each time that it is tried. */
    private void retry(Event.Retrying retrying) throws IOException {
        if (retrying.attempt() != attempt) {
            attempt = retrying.attempt();
            notice(
                    "retry",
                    retrying.problem().message() + "; trying again in "
                            + retrying.left().toSeconds() + " s");
        }
    }

    /** Told each second, and worth a line when something else is waited for. */
    private void await(Phase next) throws IOException {
        if (next != phase) {
            phase = next;
            notice("waiting", next.words());
        }
    }

    @Override
    public void again(Answer answer, Problem why) throws IOException {
        ending.again(answer);
        told = Usage.UNKNOWN;
        attempt = 0;
        notice("schema", why.message() + "; the model is asked again");
    }

    @Override
    JsonLine last() throws IOException {
        return JsonLine.ofType("end");
    }
}
