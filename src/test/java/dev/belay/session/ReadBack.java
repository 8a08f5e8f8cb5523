package dev.belay.session;

import dev.belay.chat.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a session that is taken up holds. */
public final class ReadBack {

    private ReadBack() {}

    /** The title, and then each turn in a text of its own. */
    public static List<String> of(Path file) throws IOException {
        Transcript transcript = Transcript.read(file, () -> {});
        List<String> said = new ArrayList<>();
        said.add(transcript.settings().title());
        for (Round round : transcript.conversation().rounds()) {
            said.add(round.turn() + round.end().name() + "<" + round.user() + "|" + round.answer() + ">");
        }
        return said;
    }
}
