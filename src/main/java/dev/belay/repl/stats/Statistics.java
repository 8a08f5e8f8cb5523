package dev.belay.repl.stats;

import dev.belay.session.count.Asked;
import dev.belay.session.count.Asked.Ending;
import dev.belay.session.count.AskedTurns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts turns as they are read. Lives on one thread. */
public final class Statistics implements AskedTurns.Taker {

    private final Scope scope;
    private final Tariff.Source tariffs;
    private final By by;
    private final Map<String, Tariff> known = new HashMap<>();
    private final Map<String, Lengths> lengths = new HashMap<>();
    private final Map<String, Sums> groups = new HashMap<>();
    private final Map<Cut, String> cuts = new HashMap<>();
    private final Links links = new Links();
    private final Sums total = new Sums();
    private String lastSession = "";
    private int sessions;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    public Statistics(Scope scope, Tariff.Source tariffs) {
        this.scope = scope;
        this.tariffs = tariffs;
        this.by = scope.by().orElse(By.DAY);
    }

    @Override
    public void take(Asked turn) {
        Links.Link answer = links.add(turn);
        if (turn.copyOf().isPresent()) {
            return;
        }
        String model = turn.model() + "\n" + turn.baseUrl();
        if (turn.ending() == Ending.COMPLETE && answer.isWhole() && answer.length() > 0) {
            lengths.computeIfAbsent(model, any -> new Lengths()).add(answer.length());
        }
        if (scope.holds(turn)) {
            count(turn, answer, model);
        }
    }

    private void count(Asked turn, Links.Link answer, String model) {
        Tariff tariff = known.computeIfAbsent(model, any -> tariffs.of(turn.model(), turn.baseUrl()));
        Sums group = groups.computeIfAbsent(by.name(turn, tariff, scope.zone()), any -> new Sums());
        total.add(turn, tariff);
        group.add(turn, tariff);
        if (turn.ending() == Ending.INTERRUPTED) {
            Cut cut = new Cut(turn, Math.max(0, answer.length()), tariff, total, group);
            cuts.put(cut, model);
            links.add(turn, cut);
        }
        sessions += turn.place().session().equals(lastSession) ? 0 : 1;
        lastSession = turn.place().session();
        turn.at().ifPresent(at -> {
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        });
    }

    /** When all was told. */
    public Report report() {
        links.settle();
        cuts.forEach((cut, model) -> cut.judge(lengths.getOrDefault(model, new Lengths())));
        cuts.clear();
        List<Report.Group> sorted = new ArrayList<>();
        groups.forEach((name, sums) -> sorted.add(new Report.Group(name, sums)));
        Comparator<Report.Group> order = Comparator.comparing(Report.Group::name);
        sorted.sort(
                by == By.DAY
                        ? order
                        : Comparator.comparingLong(
                                        (Report.Group group) -> -group.sums().turns())
                                .thenComparing(order));
        return new Report(scope, sessions, first, last, total, sorted);
    }
}
