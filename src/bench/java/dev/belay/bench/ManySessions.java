package dev.belay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ten thousand saved sessions: listing them against a bare start, searching them against grep on the same files. */
final class ManySessions implements Benchmark {

    private static final int SESSIONS = 10_000;
    private static final int MEGABYTES = 200;
    private static final int PAIRS = 15;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Home home = stage.home();
        Path folder = Path.of(home.environment().get("XDG_DATA_HOME")).resolve("belay/sessions");
        SavedSessions.write(folder, SESSIONS, MEGABYTES);
        Program start = Program.silent(home, List.of(home.launcher(), "-V"));
        Program list = Program.silent(home, List.of(home.launcher(), "sessions", "list"));
        Findings findings = new Findings()
                .add(Row.compared(
                        "sessions list, of 10,000", Pairs.taken(2, PAIRS, list::run, "belay -V", start::run), 2.5));
        for (String word : List.of(SavedSessions.RARE, SavedSessions.FREQUENT, SavedSessions.NOWHERE)) {
            Program search = anyEnd(home, List.of(home.launcher(), "sessions", "search", word));
            Program grep = anyEnd(home, List.of(Home.find("grep"), "-rli", word, folder.toString()));
            Pairs pairs = Pairs.taken(1, PAIRS, search::run, "grep -rli", grep::run);
            findings.add(Row.compared("sessions search, 200 MB, " + word, pairs, 4));
        }
        return findings;
    }

    /** Not to find anything is an end like another. */
    private static Program anyEnd(Home home, List<String> command) {
        List<String> call = new ArrayList<>(List.of("sh", "-c", "\"$@\" 2>/dev/null; :", "sh"));
        call.addAll(command);
        return Program.silent(home, call);
    }
}
