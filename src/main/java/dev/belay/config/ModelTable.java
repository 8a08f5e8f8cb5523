package dev.belay.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that were known when this program was made, with limits and prices: a resource, read line by line when
 * something asks and never before a first token. A model that is not in it is asked like any other. Keeps nothing, so any
 * thread may ask.
 */
public final class ModelTable {

    private static final String RESOURCE = "/dev/belay/models.tsv";
    private static final String DATED = ", as of ";
    private static final int DATE_LENGTH = "2026-01-01".length();

    private ModelTable() {}

    /** Is shown the table line by line, until it wants no more. */
    private interface Reader {
        boolean goesOnAfter(String line);
    }

    /**
     * The facts about a provider's model: by its own name, else by the longest known name that only a date or a version
     * makes differ.
     */
    public static Optional<ModelFacts> find(String provider, String id) {
        Nearest<String> nearest = new Nearest<>(id);
        read(provider, line -> !nearest.isFoundWith(ModelLine.id(line), line));
        return nearest.found().map(ModelLine::facts);
    }

    /** All that is known of a provider's models, by name. */
    public static List<ModelFacts> of(String provider) {
        List<ModelFacts> all = new ArrayList<>();
        read(provider, line -> all.add(ModelLine.facts(line)));
        return all;
    }

    /** One of these as {@link #find} would find it. */
    public static Optional<ModelFacts> among(List<ModelFacts> known, String id) {
        Nearest<ModelFacts> nearest = new Nearest<>(id);
        for (ModelFacts facts : known) {
            if (nearest.isFoundWith(facts.id(), facts)) {
                break;
            }
        }
        return nearest.found();
    }

    /** The day of which limits and prices are. */
    public static String date() {
        StringBuilder date = new StringBuilder();
        read(line -> {
            int begin = line.indexOf(DATED) + DATED.length();
            date.append(line, begin, begin + DATE_LENGTH);
            return false;
        });
        return date.toString();
    }

    /** The lines of one provider, which stand together. */
    private static void read(String provider, Reader reader) {
        String begin = home(provider) + "\t";
        boolean[] begun = {false};
        read(line -> {
            if (!line.startsWith(begin)) {
                return !begun[0];
            }
            begun[0] = true;
            return reader.goesOnAfter(line);
        });
    }

    /** Azure offers the models of OpenAI, mostly by their names and at their prices. */
    private static String home(String provider) {
        return provider.equals("azure-openai") ? "openai" : provider;
    }

    private static void read(Reader reader) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ModelTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && reader.goesOnAfter(line)) {
                line = lines.readLine();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
