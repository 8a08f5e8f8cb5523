package dev.belay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is waited for after Tab: each kind of values, and the whole of it in bash, against a bare start. */
final class Completion implements Benchmark {

    private static final int SESSIONS = 500;
    private static final int MEGABYTES = 10;
    private static final int MODELS = 400;
    private static final int PAIRS = 15;

    /** A start takes 100 to 120 ms, and an answer may take 150. */
    private static final double GOAL = 1.4;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        Home home = stage.home();
        Path config = Files.createDirectories(Path.of(home.environment().get("XDG_CONFIG_HOME"), "belay"));
        Files.writeString(config.resolve("config.toml"), "[roles]\nbrief = \"Answer in one sentence.\"\n");
        lists(Path.of(home.environment().get("XDG_CACHE_HOME"), "belay", "models"));
        Program start = Program.silent(home, List.of(home.launcher(), "-V"));
        Findings findings = new Findings();
        findings.add(values(home, start, "sessions", "", "sessions, none there"));
        SavedSessions.write(Path.of(home.environment().get("XDG_DATA_HOME"), "belay", "sessions"), SESSIONS, MEGABYTES);
        findings.add(values(home, start, "sessions", "", "sessions, of 500"));
        findings.add(values(home, start, "models", "", "models, whose"));
        findings.add(values(home, start, "models", "openrouter/", "models, 400 listed"));
        findings.add(values(home, start, "providers", "", "providers"));
        findings.add(values(home, start, "roles", "", "roles"));
        return findings.add(Row.compared(
                "Tab in bash, models", Pairs.taken(2, PAIRS, inBash(home)::run, "belay -V", start::run), GOAL));
    }

    private static void lists(Path folder) throws IOException {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < MODELS; i++) {
            names.append("vendor-").append(i % 20).append("/model-").append(i).append(":free\n");
        }
        Files.createDirectories(folder);
        for (String provider : List.of("openrouter", "openai", "ollama")) {
            Files.writeString(folder.resolve("of-" + provider), names);
        }
    }

    private static Row values(Home home, Program start, String kind, String word, String what) throws Exception {
        Program ours = Program.silent(home, List.of(home.launcher(), "completion", "--values", kind, "--", word));
        return Row.compared("values for Tab: " + what, Pairs.taken(2, PAIRS, ours::run, "belay -V", start::run), GOAL);
    }

    /** What bash does between the key and its answer; its own start is in the time as well. */
    private static Program inBash(Home home) {
        String script = home.image()
                .resolve("share/bash-completion/completions/belay")
                .toAbsolutePath()
                .toString();
        return Program.silent(
                home,
                List.of(
                        "bash",
                        "--norc",
                        "-c",
                        "source \"$1\"; COMP_WORDS=(\"$2\" -m openrouter/vendor-1/); COMP_CWORD=2; COMP_LINE=\"${COMP_WORDS[*]}\";"
                                + " COMP_POINT=${#COMP_LINE}; _belay 2>/dev/null; ((${#COMPREPLY[@]}))",
                        "bash",
                        script,
                        home.launcher()));
    }
}
