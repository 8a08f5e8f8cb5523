package dev.belay.chat;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told; a test ends by asking whether that was all. */
public final class RecordingSink implements Sink {

    private final List<Event> events = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Answer answer;

    @Override
    public void accept(Event event) {
        if (answer != null) {
            throw new AssertionError("after the end came " + event);
        }
        events.add(event);
        if (event instanceof Event.Text piece) {
            text.append(piece.text());
        }
    }

    @Override
    public void end(Answer end) {
        if (answer != null) {
            throw new AssertionError("ended twice, the second time with " + end);
        }
        answer = end;
    }

    public String text() {
        return text.toString();
    }

    public List<Event> events() {
        return events;
    }

    public Answer answer() {
        return answer;
    }
}
