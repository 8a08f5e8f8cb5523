package dev.belay.repl.slash;

import dev.belay.chat.Attachment;
import dev.belay.chat.Round;
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
        Optional<Round> last = repl.dialogue().session().undo();
        repl.notice(last.map(round -> "taken back: " + shorten(round.user()) + files(round))
                .orElse("there is nothing to take back"));
    }

    private static String files(Round round) {
        StringBuilder names = new StringBuilder();
        for (Attachment file : round.attachments()) {
            names.append(names.length() == 0 ? " (with " : ", ").append(file.name());
        }
        return names.length() == 0 ? "" : names + ")";
    }

    static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }
}
