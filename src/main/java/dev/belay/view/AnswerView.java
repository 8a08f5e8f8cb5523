package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Sink;
import dev.belay.chat.Thinking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Shows one answer while it comes, with what is said beside it, and one line about how it ended. Lives on the turn's thread. */
public final class AnswerView implements Sink {

    /** How much is said beside the answer. */
    public enum Talk {
        /** Reasoning, waiting, warnings, and how it ended. */
        ALL,
        /** Only what went wrong. */
        QUIET
    }

    private final AnswerText answer;
    private final Output notices;
    private final Style style;
    private final Talk talk;
    private final Supplier<String> afterStop;
    private final TransientLine waiting;
    private final Thoughts thoughts;
    private final List<String> tools = new ArrayList<>();
    private boolean begun;

    /**
     * What is said beside an answer.
     *
     * @param out takes it; on one terminal with the answer it may be the same output
     * @param columns how wide that is; 0 for a terminal on which nothing can be overwritten
     */
    public record Aside(Output out, Style style, Talk talk, Thinking thinking, IntSupplier columns) {}

    /**
     * @param answer shows the answer and nothing else
     * @param afterStop what is to be known about a stop, asked for after one; empty for nothing
     */
    public AnswerView(AnswerText answer, Aside aside, Supplier<String> afterStop) {
        this(answer, aside, afterStop, new Thoughts(aside.out(), aside.style(), aside.thinking(), aside.columns()));
    }

    AnswerView(AnswerText answer, Aside aside, Supplier<String> afterStop, Thoughts thoughts) {
        this.answer = answer;
        this.notices = aside.out();
        this.style = aside.style();
        this.talk = aside.talk();
        this.afterStop = afterStop;
        this.waiting = new TransientLine(notices, style, aside.columns());
        this.thoughts = thoughts;
    }

    @Override
    public void accept(Event event) throws IOException {
        if (event instanceof Event.Text text) {
            waiting.clear();
            thoughts.close();
            begun = true;
            answer.next(text.text());
            return;
        }
        answer.besides(event);
        if (event instanceof Event.ToolCall call) {
            tools.add(call.name());
        } else if (talk == Talk.QUIET) {
            return;
        } else if (event instanceof Event.Reasoning reasoning) {
            think(reasoning.text());
        } else if (event instanceof Event.Retrying retrying) {
            waiting.show(retrying);
        } else if (event instanceof Event.Waiting wait) {
            await(wait);
        }
    }

    /** In the midst of an answer only what is shown as it comes is worth a break. */
    private void think(String text) throws IOException {
        if (thoughts.areShown() && !thoughts.areOpen()) {
            waiting.clear();
            answer.pause();
        }
        if (thoughts.areShown() || !begun) {
            thoughts.next(text);
        }
    }

    private void await(Event.Waiting wait) throws IOException {
        if (thoughts.areFolded()) {
            waiting.show("thinking", thoughts.soFar());
        } else if (!(thoughts.areShown() && thoughts.areOpen())) {
            waiting.show(wait.phase().words(), wait.elapsed());
        }
    }

    @Override
    public void end(Answer result) throws IOException {
        waiting.clear();
        thoughts.close();
        try {
            answer.end(result);
        } finally {
            tell(result);
        }
    }

    private void tell(Answer result) throws IOException {
        Outcome outcome = result.outcome();
        if (outcome instanceof Failed failed) {
            line(style.error(
                    style.failureSign() + " " + Cleaner.clean(failed.problem().sentence())));
        } else if (outcome instanceof Interrupted interrupted) {
            interrupted(interrupted.cause(), result);
        } else if (outcome instanceof Complete complete) {
            complete(complete.reason(), result);
        }
    }

    private void interrupted(Outcome.Cause cause, Answer result) throws IOException {
        if (cause != Outcome.Cause.OUTPUT_CLOSED && talk == Talk.ALL) {
            line(style.dim(EndLine.interrupted(cause, result, style)));
            String besides = afterStop.get();
            if (!besides.isEmpty()) {
                line(style.dim(besides));
            }
        }
    }

    private void complete(String reason, Answer result) throws IOException {
        String remark = EndLine.remark(reason, result, tools);
        if (!remark.isEmpty() && talk == Talk.ALL) {
            line(style.warning(remark));
        }
        if (begun && talk == Talk.ALL && notices.isTerminal()) {
            line(style.dim(EndLine.complete(result, style)));
        }
    }

    private void line(String text) throws IOException {
        notices.closeLine();
        notices.own(text + "\n");
    }
}
