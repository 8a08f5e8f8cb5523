package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cli.CommandGrammar;
import dev.belay.cli.complete.Grammar;
import dev.belay.cli.complete.Grammar.Command;
import dev.belay.cli.complete.Grammar.Option;
import dev.belay.cli.complete.Grammar.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What shells offer after an option is what the program takes there. */
@Timeout(120)
class OfferedWordsIT {

    @AutoClose
    private final Stage stage = new Stage();

    /** Words on a command line after which options may stand. */
    record Place(List<String> words, List<Option> options) {
        @Override
        public String toString() {
            return "belay " + String.join(" ", words);
        }
    }

    static Stream<Place> places() {
        Grammar grammar = CommandGrammar.get();
        List<Place> places = new ArrayList<>(List.of(new Place(List.of(), grammar.options())));
        for (Command command : grammar.commands()) {
            List<Option> options = new ArrayList<>(grammar.options());
            options.addAll(command.options());
            if (command.words().isEmpty()) {
                places.add(new Place(List.of(command.word()), options));
            }
            for (Word word : command.words()) {
                places.add(new Place(List.of(command.word(), word.word()), varied(options, word)));
            }
        }
        // One page of the manual is as good as another, and an editor is nobody's to start here.
        return places.stream()
                .filter(place ->
                        !place.words().contains("help") || place.words().contains("start"))
                .filter(place -> !place.words().contains("edit"));
    }

    private static List<Option> varied(List<Option> options, Word word) {
        return options.stream()
                .map(option -> word.options().stream()
                        .filter(other -> other.names().equals(option.names()))
                        .findFirst()
                        .orElse(option))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void each_word_that_is_offered_is_taken(Place place) {
        int most = place.options().stream()
                .mapToInt(option -> option.words().size())
                .max()
                .orElseThrow();
        assertTrue(most > 1, "there is something to try");
        for (int i = 0; i < most; i++) {
            List<String> call = new ArrayList<>(List.of(Image.launcher(), "-m", "guide", "-q"));
            call.addAll(place.words());
            call.addAll(rest(place, aSession()));
            for (Option option : place.options()) {
                if (!option.words().isEmpty()) {
                    call.addAll(List.of(
                            option.names().get(0),
                            option.words().get(i % option.words().size())));
                }
            }
            Run run = stage.run(call);
            assertFalse(run.exit() == 2, () -> call + "\n" + run);
            assertFalse(run.err().contains("is not"), () -> call + "\n" + run);
        }
    }

    /** A new one each time: some of them are removed. */
    private String aSession() {
        stage.oneTurn("hello", "answer");
        List<Journal> all = stage.box().journals();
        return all.get(all.size() - 1).ofType("session").get(0).path("id").asText();
    }

    /** What such a command wants besides. */
    private static List<String> rest(Place place, String id) {
        if (place.words().isEmpty()) {
            return List.of("stop?");
        }
        return switch (String.join(" ", place.words())) {
            case "sessions search" -> List.of("answer");
            case "sessions show", "sessions export", "sessions path" -> List.of(id);
            case "sessions rename" -> List.of(id, "title");
            case "sessions rm" -> List.of(id, "--yes");
            default -> List.of();
        };
    }
}
