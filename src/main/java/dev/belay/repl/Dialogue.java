package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Message;
import dev.belay.chat.Parameters;
import dev.belay.chat.Prompt;
import dev.belay.chat.Question;
import dev.belay.chat.Sink;
import dev.belay.chat.Turn;
import dev.belay.config.Tuning;
import dev.belay.session.Session;
import java.util.ArrayList;
import java.util.List;

/** A session and the model that answers in it. Lives on one thread. */
public final class Dialogue {

    private final Interrupts interrupts;
    private final Manner manner;
    private Session session;
    private Model model;

    public Dialogue(Session session, Model model, Manner manner, Interrupts interrupts) {
        this.session = session;
        this.model = model;
        this.manner = manner;
        this.interrupts = interrupts;
    }

    /**
     * Asks, shows the answer on the view as it comes, and remembers it.
     *
     * @throws dev.belay.chat.ProblemException when the model is known not to take a file; then nothing has happened
     */
    public Answer ask(Question question, Sink view) {
        return ask(question, model, view);
    }

    /** The same by another model, this once: the session's model stays. */
    public Answer ask(Question question, Model asked, Sink view) {
        List<Message> messages = session.messages(question);
        asked.intake().check(asked.name(), messages, question.attachments());
        Parameters parameters = manner.tuning().of(asked.name());
        Prompt prompt = new Prompt(asked.id(), session.heading().system(), messages, parameters);
        List<Sink> sinks = new ArrayList<>();
        session.journal().ifPresent(sinks::add);
        sinks.add(view);
        Turn turn = new Turn(
                asked.exchange(), prompt, manner.limits(), asked.terms().meter(), sinks);
        interrupts.arm(turn.generation(), manner.limits().total());
        try {
            session.begin(question, asked.name(), parameters.maxTokens());
            Answer answer = turn.run();
            session.heading().model(model.name());
            session.answered(question, answer);
            return answer;
        } finally {
            interrupts.disarm();
        }
    }

    /** How models are asked; what is changed there counts from the next question on. */
    public Tuning tuning() {
        return manner.tuning();
    }

    public Session session() {
        return session;
    }

    public void session(Session next) {
        session = next;
    }

    public Model model() {
        return model;
    }

    /** Asks this model from here on; a later resume will, too. */
    public void model(Model next) {
        model = next;
        session.heading().model(next.name());
    }
}
