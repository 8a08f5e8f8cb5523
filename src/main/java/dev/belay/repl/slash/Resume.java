package dev.belay.repl.slash;

import dev.belay.chat.ProblemException;
import dev.belay.repl.Dialogue;
import dev.belay.repl.FormerRole;
import dev.belay.repl.Recall;
import dev.belay.repl.Repl;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Goes on with a saved session, and with the model that answers in it. */
final class Resume implements SlashCommand {

    /** Tab must not take long, and nobody looks through more. */
    private static final int OFFERED = 50;

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String argument() {
        return "ID";
    }

    @Override
    public String summary() {
        return "go on with a saved conversation, by its ID or its title";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return saved(repl);
    }

    /** The newest, but for the one that is open here. */
    static List<Suggestion> saved(Repl repl) {
        List<Suggestion> saved = new ArrayList<>();
        try {
            for (SessionSummary session : repl.shelf().sessions().newest("", OFFERED)) {
                if (!session.id().equals(repl.dialogue().session().id())) {
                    saved.add(new Suggestion(session.id(), Undo.shorten(session.name())));
                }
            }
        } catch (ProblemException unreadable) {
            // Then there is nothing to offer; the command itself would say why.
        }
        return saved;
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (argument.isEmpty()) {
            repl.notice("/resume ID goes on with a saved conversation; /sessions lists them");
            return;
        }
        String id = repl.stoppable().work(() -> repl.shelf().sessions().find(argument));
        if (id.equals(repl.dialogue().session().id())) {
            repl.notice("that is the conversation you are in");
            return;
        }
        repl.stoppable().perform(() -> {
            repl.shelf().resume(id);
        });
        tell("going on with " + id, repl);
    }

    /** Where the conversation stands that was taken up. */
    static void tell(String what, Repl repl) throws IOException {
        Dialogue dialogue = repl.dialogue();
        String title = dialogue.session().heading().title();
        int turns = dialogue.session().conversation().rounds().size();
        repl.notice(what + (title.isEmpty() ? "" : ", “" + title + "”") + ": " + turns
                + (turns == 1 ? " turn, " : " turns, ") + dialogue.model().name() + " answers");
        String lost = FormerRole.of(
                        dialogue.session().heading(), dialogue.tuning().settings())
                .lost();
        if (!lost.isEmpty()) {
            repl.notice(lost);
        }
        for (String line : Recall.lines(dialogue.session(), repl.size().getColumns())) {
            repl.notice(line);
        }
    }
}
