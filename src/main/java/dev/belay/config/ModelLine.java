package dev.belay.config;

import dev.belay.chat.Attachment.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** One line of the table of models; the table's header names the columns. */
final class ModelLine {

    private ModelLine() {}

    static String id(String line) {
        int begin = line.indexOf('\t') + 1;
        return line.substring(begin, line.indexOf('\t', begin));
    }

    static ModelFacts facts(String line) {
        String[] cells = line.split("\t", -1);
        return new ModelFacts(
                cells[0],
                cells[1],
                count(cells[2]),
                count(cells[3]),
                kinds(cells[4]),
                price(cells[5], cells[6], cells[7]),
                cells[8].isEmpty() ? Optional.empty() : Optional.of(cells[8].equals("yes")),
                words(cells[9]),
                cells[10].equals("yes"));
    }

    private static OptionalLong count(String cell) {
        return cell.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
    }

    private static Set<Kind> kinds(String cell) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String word : words(cell)) {
            kinds.add(Kind.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return kinds;
    }

    private static Optional<Price> price(String input, String output, String cached) {
        if (input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble fromCache =
                cached.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cached));
        return Optional.of(new Price(Double.parseDouble(input), Double.parseDouble(output), fromCache));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(","));
    }
}
