package dev.belay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.repl.TokenSum;
import dev.belay.repl.stats.By;
import dev.belay.repl.stats.Report;
import dev.belay.repl.stats.Sums;
import dev.belay.session.count.Asked.Ending;
import java.util.Locale;
import java.util.Optional;

/** A report as JSON; what is not known is not there. */
record StatsJson(Report report) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double MILLIONTHS = 1e6;

    /** One object, with a list of the groups where there are some. */
    String object() {
        ObjectNode object = JSON.objectNode();
        report.scope().since().ifPresent(since -> object.put("since", since.toString()));
        object.put("sessions", report.sessions());
        if (report.isDated()) {
            object.put("first", report.first().toString())
                    .put("last", report.last().toString());
        }
        object.set("total", sums(JSON.objectNode(), report.total()));
        report.scope().by().ifPresent(by -> {
            object.put("by", word(by));
            ArrayNode groups = object.putArray("groups");
            report.groups().forEach(group -> groups.add(group(by, group)));
        });
        return object.toPrettyString() + "\n";
    }

    /** One object a line and group; without groups the total alone. */
    String lines() {
        Optional<By> by = report.scope().by();
        if (by.isEmpty()) {
            return sums(JSON.objectNode(), report.total()) + "\n";
        }
        StringBuilder lines = new StringBuilder();
        report.groups().forEach(group -> lines.append(group(by.get(), group)).append('\n'));
        return lines.toString();
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode group(By by, Report.Group group) {
        return sums(JSON.objectNode().put(word(by), group.name()), group.sums());
    }

    private static ObjectNode sums(ObjectNode object, Sums sums) {
        object.put("turns", sums.turns());
        for (Ending ending : Ending.values()) {
            object.put(ending.name().toLowerCase(Locale.ROOT), sums.count(ending));
        }
        object.set("input", tokens(sums.input()));
        object.set("output", tokens(sums.output()));
        cost(object.putObject("cost"), sums);
        spared(object, sums);
        return object;
    }

    private static ObjectNode tokens(TokenSum sum) {
        ObjectNode object = JSON.objectNode();
        if (!sum.isUnknown()) {
            object.put("tokens", sum.tokens()).put("estimated_tokens", sum.estimated());
        }
        return object.put("unknown_turns", sum.unknown());
    }

    private static void cost(ObjectNode object, Sums sums) {
        if (!sums.cost().isUnknown()) {
            object.put("usd", rounded(sums.cost().dollars()))
                    .put("estimated_usd", rounded(sums.cost().reckoned()));
        }
        object.put("unknown_turns", sums.cost().unknown());
    }

    private static void spared(ObjectNode object, Sums sums) {
        if (sums.count(Ending.INTERRUPTED) == 0) {
            return;
        }
        ObjectNode cut = object.putObject("cut_short");
        if (sums.cutShortKnown() > 0) {
            cut.put("estimated_tokens", sums.cutShort());
        }
        cut.put("estimated_turns", sums.cutShortKnown()).put("continued_turns", sums.goneOnWith());
        ObjectNode saved = object.putObject("saved");
        if (sums.savedKnown() > 0) {
            saved.put("estimated_usd", rounded(sums.saved()));
        }
        saved.put("estimated_turns", sums.savedKnown()).put("billed_in_full_turns", sums.ranOn());
    }

    private static double rounded(double dollars) {
        return Math.round(dollars * MILLIONTHS) / MILLIONTHS;
    }
}
