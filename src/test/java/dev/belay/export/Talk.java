package dev.belay.export;

import dev.belay.chat.Round;
import dev.belay.chat.Usage;
import dev.belay.session.Chronicle;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import dev.belay.session.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Conversations to write out. */
final class Talk {

    static final Path SAMPLES = Path.of("src/test/resources/dev/belay/export");

    private static final Told TOLD =
            new Told("2026-11-20T10:45:20Z", "2026-11-20T10:45:21.300Z", "p/m", "", Usage.UNKNOWN);

    private Talk() {}

    /** The saved one: all that can happen in a conversation, once. */
    static Manuscript saved(Path folder) throws IOException {
        String id = "20261120-104512-7f3a";
        Files.copy(SAMPLES.resolve("talk.jsonl"), folder.resolve(id + ".jsonl"));
        SessionStore store = new SessionStore(folder);
        try (Session session = Session.readOnly(store, id, warning -> {})) {
            return new Manuscript(session.chronicle().under(id), store.reasoning(id), ZoneOffset.UTC);
        }
    }

    /** One turn with this answer. */
    static Manuscript of(String answer, Round.End end) {
        return of("q", answer, end);
    }

    static Manuscript of(String question, String answer, Round.End end) {
        return of(List.of(new Round(1, question, answer, end)));
    }

    static Manuscript of(List<Round> rounds) {
        List<Chronicle.Entry> entries =
                rounds.stream().map(round -> new Chronicle.Entry(round, TOLD)).toList();
        return new Manuscript(
                new Chronicle("an-id", "", "2026-11-20T10:45:12Z", "", entries), Map.of(), ZoneOffset.UTC);
    }

    static String text(Export form, Manuscript manuscript) {
        try {
            return form.text(manuscript, () -> {});
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The page without its styles. */
    static String page(Manuscript manuscript) {
        return text(Export.HTML, manuscript).replaceFirst("(?s)<style>.*</style>", "<style></style>");
    }
}
