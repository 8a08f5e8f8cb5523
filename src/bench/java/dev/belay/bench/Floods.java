package dev.belay.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A long answer at full speed into a file: against curl, and with the journal against without it. */
final class Floods implements Benchmark {

    private static final int TOKENS = 200_000;
    private static final int PAIRS = 9;
    private static final int PAIRS_SINGLY = 5;

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public Findings measure(Stage stage) throws Exception {
        stage.server().answer(connection -> {
            Answer.flood(connection.out(), TOKENS);
            connection.out().write(Answer.END);
        });
        Pairs.Measured saved = toFile(stage.home(), stage.belay("question"), (long) TOKENS * Answer.WORD.length());
        Pairs.Measured unsaved =
                toFile(stage.home(), stage.belay("--no-save", "question"), (long) TOKENS * Answer.WORD.length());
        unsaved.run();
        Pairs.Measured curl = toFile(stage.home(), stage.curl(), (long) TOKENS * Answer.TOKEN.length);
        Pairs toCurl = Pairs.taken(1, PAIRS, unsaved, "curl -sN", curl);
        Pairs toUnsaved = Pairs.taken(1, PAIRS, saved, "--no-save", unsaved);
        stage.server().answer(connection -> {
            Answer.trickle(connection.out(), TOKENS);
            connection.out().write(Answer.END);
        });
        Pairs singly = Pairs.taken(0, PAIRS_SINGLY, unsaved, "curl -sN", curl);
        return new Findings()
                .add(Row.compared("200,000 tokens to a file, --no-save", toCurl, 4))
                .add(Row.compared("  the same, the server writes each by itself", singly, 0))
                .add(Row.compared("  the same with the journal on", toUnsaved, 1.3))
                .note(toCurl.least("200,000 tokens"))
                .note(toUnsaved.least("journal on"));
    }

    /** Runs it with its output in a file, and looks whether about so much came: curl's file has no chunk sizes in it. */
    private static Pairs.Measured toFile(Home home, List<String> command, long expected) throws IOException {
        Path output = home.file("answer");
        Program program = new Program(home, command, new File(output.toString()));
        return () -> {
            double millis = program.run();
            double share = (double) Files.size(output) / expected;
            if (share < 0.9 || share > 1.1) {
                throw new IOException(Files.size(output) + " bytes came, not " + expected + ": " + command);
            }
            return millis;
        };
    }
}
