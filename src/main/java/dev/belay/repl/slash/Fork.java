package dev.belay.repl.slash;

import dev.belay.repl.Repl;
import dev.belay.repl.Shelf;
import dev.belay.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes on in a copy of this conversation, or of a saved one. */
final class Fork implements SlashCommand {

    /** No id begins with so few digits alone. */
    private static final Pattern TURN = Pattern.compile("(|.*\\s)(\\d{1,6})");

    @Override
    public String name() {
        return "fork";
    }

    @Override
    public String argument() {
        return "[ID] [TURN]";
    }

    @Override
    public String summary() {
        return "go on in a copy of this conversation, or of a saved one";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return Resume.saved(repl);
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (argument.isEmpty()
                && repl.dialogue().session().conversation().last().isEmpty()) {
            repl.notice("there is nothing to copy yet");
            return;
        }
        repl.stoppable().perform(() -> {
            copy(argument, repl.shelf());
        });
        Resume.tell("going on in a copy, " + repl.dialogue().session().id(), repl);
    }

    /** A number behind a title may belong to it. */
    private static void copy(String argument, Shelf shelf) {
        Matcher numbered = TURN.matcher(argument);
        if (argument.isEmpty()) {
            shelf.fork(Session.WHOLE);
        } else if (!numbered.matches()) {
            shelf.copy(shelf.sessions().find(argument), Session.WHOLE);
        } else if (numbered.group(1).isEmpty()) {
            shelf.fork(Integer.parseInt(numbered.group(2)));
        } else if (shelf.sessions().newest(argument, 1).isEmpty()) {
            shelf.copy(shelf.sessions().find(numbered.group(1).strip()), Integer.parseInt(numbered.group(2)));
        } else {
            shelf.copy(shelf.sessions().find(argument), Session.WHOLE);
        }
    }
}
