package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Signal;
import dev.belay.chat.Usage;
import dev.belay.wire.CannedAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a body must give, however it is cut.
 *
 * @param text all visible text, a refusal included
 * @param reasoning all thoughts
 * @param usage the last that was told
 * @param finish the reason of a complete answer; empty for a failed one
 * @param error what a failure's message holds
 * @param tools the names of the tools asked for; empty where nobody knows
 */
record Expected(
        String text,
        String reasoning,
        Usage usage,
        Optional<String> finish,
        String error,
        Optional<List<String>> tools) {

    /** Runs the real client on the pieces and compares. */
    void check(Dialects dialect, List<byte[]> pieces) {
        Dialect spoken = dialect.at(new Endpoint("http://127.0.0.1", Optional.empty(), ""));
        check(CannedAnswers.read(spoken, "text/event-stream", pieces));
    }

    private void check(List<Signal> signals) {
        assertEquals(text, joined(signals, Event.Text.class));
        assertEquals(reasoning, joined(signals, Event.Reasoning.class));
        assertEquals(usage, lastUsage(signals));
        tools.ifPresent(names -> assertEquals(names, toolNames(signals)));
        assertEquals(
                1, signals.stream().filter(signal -> signal instanceof Outcome).count(), "exactly one outcome");
        Signal last = signals.get(signals.size() - 1);
        if (finish.isPresent()) {
            assertEquals(new Complete(finish.get()), last);
        } else {
            Failed failed = assertInstanceOf(Failed.class, last);
            assertTrue(failed.problem().message().contains(error), failed.toString());
        }
    }

    private static String joined(List<Signal> signals, Class<? extends Event> type) {
        StringBuilder all = new StringBuilder();
        for (Signal signal : signals) {
            if (type.isInstance(signal)) {
                all.append(signal instanceof Event.Text t ? t.text() : ((Event.Reasoning) signal).text());
            }
        }
        return all.toString();
    }

    private static Usage lastUsage(List<Signal> signals) {
        Usage last = Usage.UNKNOWN;
        for (Signal signal : signals) {
            if (signal instanceof Event.Counted counted) {
                last = new Usage(counted.usage().inputTokens(), counted.usage().outputTokens());
            }
        }
        return last;
    }

    private static List<String> toolNames(List<Signal> signals) {
        List<String> names = new ArrayList<>();
        for (Signal signal : signals) {
            if (signal instanceof Event.ToolCall call) {
                names.add(call.name());
            }
        }
        return names;
    }
}
