package dev.belay.repl;

import dev.belay.chat.ProblemException;
import dev.belay.config.Tuning;
import dev.belay.file.Reasons;
import dev.belay.session.Session;
import java.io.IOException;

/** Where the conversation at the prompt is laid down and another is taken up. Lives on the conversation's thread. */
public final class Shelf {

    private final Dialogue dialogue;
    private final SessionSource sessions;
    private final Model.Source models;
    private final Corner corner;

    /** @param corner forgets what it shows of the conversation that was left */
    Shelf(Dialogue dialogue, SessionSource sessions, Model.Source models, Corner corner) {
        this.dialogue = dialogue;
        this.sessions = sessions;
        this.models = models;
        this.corner = corner;
    }

    /** The saved ones. */
    public SessionSource sessions() {
        return sessions;
    }

    /** Begins a new session with the same model and system prompt. */
    public void renew() {
        Session next = sessions.create();
        next.heading().system(dialogue.session().heading().system());
        next.heading().baseUrl(dialogue.session().heading().baseUrl());
        next.heading().dialect(dialogue.session().heading().dialect());
        take(next, dialogue.model());
    }

    /** Goes on in a copy of so many turns of the session; the session itself stays as it is. */
    public void fork(int turns) {
        take(sessions.fork(dialogue.session(), turns), dialogue.model());
    }

    /** Goes on with a saved session and its own model. When that cannot be had, all stays as it was. */
    public void resume(String id) {
        takeOver(sessions.resume(id));
    }

    /** Goes on in a copy of so many turns of a saved session, with its own model. */
    public void copy(String id, int turns) {
        takeOver(sessions.copy(id, turns));
    }

    private void takeOver(Session next) {
        Model model;
        try {
            model = models.of(next, dialogue.model());
        } catch (RuntimeException unavailable) {
            close(next);
            throw unavailable;
        }
        take(next, model);
        Tuning tuning = dialogue.tuning();
        tuning.role(tuning.settings().roleSaying(next.heading().system()));
    }

    private void take(Session next, Model model) {
        Session former = dialogue.session();
        dialogue.session(next);
        dialogue.model(model);
        corner.forget();
        close(former);
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (IOException e) {
            throw ProblemException.file("the former session cannot be closed: " + Reasons.of(e), "look after the disk");
        }
    }
}
