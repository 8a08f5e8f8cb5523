package dev.belay.repl.stats;

import dev.belay.config.Price;
import dev.belay.session.SessionStore;
import dev.belay.session.count.AskedTurns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sessions on a disk, written by hand; model {@code p/m} costs a dollar a million tokens that are sent and ten that come. */
final class Sample {

    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private AskedTurns read;

    Sample(Path folder) {
        this.folder = folder;
    }

    Sample line(String json) {
        lines.add(json.replace('\'', '"'));
        return this;
    }

    Sample begin(String model) {
        return line("{'type':'session','v':1,'id':'x','created':'2026-11-20T10:00:00Z','model':'" + model + "'}");
    }

    /** @param more fields of it, each with a comma before */
    Sample user(int turn, String more) {
        return line("{'type':'user','turn':" + turn + ",'at':'2026-11-20T10:00:0" + turn % 10 + ".5Z','text':'q'" + more
                + "}");
    }

    Sample text(int turn, String text) {
        return line("{'type':'delta','turn':" + turn + ",'text':'" + text + "'}");
    }

    Sample end(int turn, String outcome, String more) {
        return line("{'type':'end','turn':" + turn + ",'at':'2026-11-20T10:01:00Z','outcome':'" + outcome
                + "','reason':'r'" + more + "}");
    }

    /** A whole turn. */
    Sample turn(int turn, String text, String outcome) {
        return user(turn, "").text(turn, text).end(turn, outcome, "");
    }

    /** So many complete answers of that length. */
    Sample complete(int turns, int length) {
        for (int turn = 101; turn <= 100 + turns; turn++) {
            turn(turn, "a".repeat(length), "complete");
        }
        return this;
    }

    /** Writes what was told so far into a session of this name. */
    Sample save(String id) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(id + ".jsonl"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.clear();
        return this;
    }

    Report report(Scope scope) {
        Statistics statistics = new Statistics(scope, Sample::tariff);
        read = new AskedTurns(new SessionStore(folder));
        try {
            read.read(statistics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statistics.report();
    }

    /** What the last report was read by. */
    AskedTurns read() {
        return read;
    }

    Sums total() {
        return report(scope(Optional.empty(), Optional.empty())).total();
    }

    Report by(By by) {
        return report(scope(Optional.empty(), Optional.of(by)));
    }

    static Scope scope(Optional<Instant> since, Optional<By> by) {
        return new Scope(since, by, ZoneOffset.UTC);
    }

    static Scope in(String zone) {
        return new Scope(Optional.empty(), Optional.of(By.DAY), ZoneId.of(zone));
    }

    private static Tariff tariff(String model, String baseUrl) {
        Optional<Price> price = Optional.of(new Price(1, 10, OptionalDouble.empty()));
        return switch (baseUrl.isEmpty() ? model : "") {
            case "p/m" -> new Tariff("p", Tariff.Stop.ENDS_IT, price);
            case "on/m" -> new Tariff("on", Tariff.Stop.CHANGES_NOTHING, price);
            case "local/m" -> new Tariff("local", Tariff.Stop.THERE_IS_NONE, Optional.empty());
            default -> new Tariff("", Tariff.Stop.UNKNOWN, Optional.empty());
        };
    }
}
