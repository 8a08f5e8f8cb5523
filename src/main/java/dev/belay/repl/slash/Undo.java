package dev.belay.repl.slash;

import dev.belay.chat.Act;
import dev.belay.chat.Attachment;
import dev.belay.chat.Question;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.Optional;

/** Takes the last message and its answer out of the conversation. */
final class Undo implements SlashCommand {

    private static final int SHOWN = 60;

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public String summary() {
        return "take back the last message and its answer";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<Act> last = repl.dialogue().session().undo();
        if (last.isEmpty()) {
            repl.notice("there is nothing to take back");
        } else {
            repl.notice(told(last.get().question()));
        }
    }

    private static String told(Question asked) {
        if (asked.goesOn()) {
            return "taken back: what came of going on";
        }
        String message = shorten(asked.text()) + files(asked);
        return asked.replaced() > 0
                ? "taken back: the last answer; the former one is back"
                : "taken back: " + message;
    }

    private static String files(Question asked) {
        StringBuilder names = new StringBuilder();
        for (Attachment file : asked.attachments()) {
            names.append(names.length() == 0 ? " (with " : ", ").append(file.name());
        }
        return names.length() == 0 ? "" : names + ")";
    }

    static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }
}
