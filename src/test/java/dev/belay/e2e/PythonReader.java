package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Act;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A reader of session files that was written from the manual alone, beside belay's own. */
final class PythonReader {
    static final String SCRIPT = "/dev/belay/session/read_session.py";

    private PythonReader() {}

    static void assumeThere() {
        boolean found = Stream.of("/usr/bin/python3", "/bin/python3", "/usr/local/bin/python3")
                .map(Path::of)
                .anyMatch(Files::isExecutable);
        Assumptions.assumeTrue(found, "python3 is not installed: nobody else reads the session files");
    }

    /** Both read the same in all sessions of the folder; returns how what stands ended, session by session. */
    static List<List<String>> compare(Path folder) throws IOException, URISyntaxException {
        SessionStore store = new SessionStore(folder);
        List<String> ids = store.ids("").stream().sorted().toList();
        List<String> command = new ArrayList<>(List.of("python3", script().toString()));
        ids.forEach(id -> command.add(folder.resolve(id + ".jsonl").toString()));
        List<String> lines =
                Commands.output(command.toArray(String[]::new)).lines().toList();
        assertEquals(ids.size(), lines.size());
        List<List<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            outcomes.add(compare(store, ids.get(i), Json.parse(lines.get(i))));
        }
        return outcomes;
    }

    private static List<String> compare(SessionStore store, String id, JsonNode theirs) throws IOException {
        List<String> outcomes = new ArrayList<>();
        try (Session ours = Session.readOnly(store, id, warning -> {})) {
            assertEquals(ours.heading().title(), theirs.path("title").asText(), id);
            List<Act> acts = new ArrayList<>();
            ours.conversation().rounds().forEach(round -> acts.addAll(round.acts()));
            assertEquals(acts.size(), theirs.path("turns").size(), id + ": " + theirs);
            for (int i = 0; i < acts.size(); i++) {
                Act act = acts.get(i);
                JsonNode turn = theirs.path("turns").path(i);
                assertEquals(act.turn(), turn.path("turn").asInt(), id);
                assertEquals(act.question().text(), turn.path("user").asText(), id);
                assertEquals(act.answer(), turn.path("answer").asText(), id);
                assertEquals(
                        act.end().name().toLowerCase(Locale.ROOT),
                        turn.path("outcome").asText(),
                        id);
                outcomes.add(turn.path("outcome").asText());
            }
        }
        return outcomes;
    }

    private static Path script() throws URISyntaxException {
        URL script = PythonReader.class.getResource(SCRIPT);
        return Path.of(script.toURI());
    }
}
