package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the image says of the licences of what is in it. */
class LicencesIT {

    private static final Path HOME = Path.of(Image.launcher()).getParent().getParent();
    private static final Path TEXTS = HOME.resolve("share/doc/belay");

    /** A part, its version, its licences, and the file of their text where a licence wants it to go along. */
    private static final Pattern PART = Pattern.compile(
            "^([\\w-]+) [\\w.-]+, ([\\w.-]+)(?:, (licenses/[\\w.]+))?, https?://\\S+$", Pattern.MULTILINE);

    @Test
    void the_list_names_exactly_the_jars_that_are_there() throws IOException {
        List<String> named = parts().stream().map(part -> part.group(1)).toList();
        assertEquals(jars(), named);
    }

    @Test
    void a_licence_whose_text_must_go_along_has_it_there() throws IOException {
        for (MatchResult part : parts()) {
            boolean isOurs = part.group(2).equals("Apache-2.0");
            Path text = TEXTS.resolve(isOurs ? "LICENSE" : part.group(3));
            String words = Files.readString(text);
            assertTrue(words.contains(isOurs ? "Apache License" : "Copyright (c) "), text.toString());
        }
    }

    @Test
    void no_text_is_there_for_a_part_that_is_not() throws IOException {
        List<String> wanted = parts().stream()
                .filter(part -> part.group(3) != null)
                .map(part -> Path.of(part.group(3)).getFileName().toString())
                .distinct()
                .sorted()
                .toList();
        assertEquals(wanted, names(TEXTS.resolve("licenses")));
    }

    @Test
    void the_runtime_has_its_own_texts() {
        assertTrue(Files.exists(HOME.resolve("runtime/legal/java.base/LICENSE")));
    }

    private static List<MatchResult> parts() throws IOException {
        return PART.matcher(Files.readString(TEXTS.resolve("THIRD-PARTY.txt")))
                .results()
                .toList();
    }

    private static List<String> jars() throws IOException {
        return names(HOME.resolve("lib")).stream()
                .filter(name -> name.endsWith(".jar") && !name.equals("belay.jar"))
                .map(name -> name.substring(0, name.length() - ".jar".length()))
                .sorted()
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
