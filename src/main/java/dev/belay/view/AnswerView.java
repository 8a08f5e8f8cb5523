package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Interrupted;
import dev.belay.chat.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    private final Cleaner thoughts = new Cleaner();
    private final List<String> tools = new ArrayList<>();
    private boolean thinking;

    /**
     * @param answer shows the answer and nothing else
     * @param notices takes all else; on one terminal with the answer it may be the same output
     * @param afterStop what is to be known about a stop, asked for after one; empty for nothing
     */
    public AnswerView(AnswerText answer, Output notices, Style style, Talk talk, Supplier<String> afterStop) {
        this.answer = answer;
        this.notices = notices;
        this.style = style;
        this.talk = talk;
        this.afterStop = afterStop;
        this.waiting = new TransientLine(notices, style);
    }

    @Override
    public void accept(Event event) throws IOException {
        if (event instanceof Event.Text text) {
            waiting.clear();
            stopThinking();
            answer.next(text.text());
        } else if (event instanceof Event.ToolCall call) {
            tools.add(call.name());
        } else if (talk == Talk.QUIET) {
            return;
        } else if (event instanceof Event.Reasoning reasoning) {
            waiting.clear();
            if (!thinking) {
                answer.pause();
            }
            think(reasoning.text());
        } else if (event instanceof Event.Retrying retrying) {
            waiting.show(retrying);
        }
    }

    private void think(String text) throws IOException {
        String shown = notices.isTerminal() ? style.dim(thoughts.next(text)) : text;
        thinking = true;
        notices.own(shown);
    }

    private void stopThinking() throws IOException {
        if (thinking) {
            thinking = false;
            notices.own("\n\n");
        }
    }

    @Override
    public void end(Answer result) throws IOException {
        waiting.clear();
        stopThinking();
        Outcome outcome = result.outcome();
        if (outcome instanceof Complete) {
            answer.close();
        } else {
            answer.cut();
        }
        if (outcome instanceof Failed failed) {
            line(style.error(style.failureSign() + " " + Cleaner.clean(failed.problem().sentence())));
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
    }

    private void line(String text) throws IOException {
        notices.closeLine();
        notices.own(text + "\n");
    }
}
