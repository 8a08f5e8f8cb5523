package dev.belay.repl.slash;

import dev.belay.chat.Attachment;
import dev.belay.chat.Blanks;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.Optional;

/** Takes back what was done last: a turn goes, or is again what it was before. */
final class Undo implements SlashCommand {

    private static final int SHOWN = 60;

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public String summary() {
        return "take back what was done last";
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<Round> last = repl.dialogue().session().conversation().last();
        if (last.isEmpty()) {
            repl.notice("there is nothing to take back");
            return;
        }
        repl.dialogue().session().undo();
        Question asked = last.get().last().question();
        Optional<Round> former = last.get().before();
        if (former.isPresent()) {
            tell(asked, former.get(), repl);
        } else {
            repl.remember(asked.text());
            repl.notice("taken back: " + shorten(asked.text()) + files(asked));
        }
    }

    private static void tell(Question asked, Round back, Repl repl) throws IOException {
        if (asked.goesOn()) {
            repl.notice(
                    asked.replaced() > 0
                            ? "taken back: the last /retry; what /continue had brought before is back"
                            : "taken back: the last /continue; the answer ends where it was cut");
        } else if (asked.text().equals(back.user())) {
            repl.notice("taken back: the last /retry; "
                    + (Blanks.isBlank(back.answer()) ? "nothing had come before it" : "the former answer is back"));
        } else {
            repl.notice("taken back: " + shorten(asked.text()) + "; back is: " + shorten(back.user())
                    + files(back.last().question()));
        }
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
