package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rows of the table of providers, and what is written about them. */
class ProvidersTest {

    private static final Path MANUAL = Path.of("src/main/resources/dev/belay/manual/models.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\| (.*) \\| ([a-z]+) \\|");

    @Test
    void namesAreUniqueAndCanStandBeforeASlash() {
        Set<String> names = new HashSet<>();
        for (Provider provider : Providers.ALL) {
            assertTrue(names.add(provider.name()), provider.name());
            assertTrue(provider.name().matches("[a-z0-9.-]+"), provider.name());
        }
    }

    @Test
    void keysTravelEncryptedOrStayOnTheMachine() {
        for (Provider provider : Providers.ALL) {
            if (!provider.baseUrl().isEmpty()) {
                URI url = URI.create(provider.baseUrl());
                assertTrue(url.getScheme().equals("https") || url.getHost().equals("127.0.0.1"), provider.toString());
            }
        }
    }

    @Test
    void whatIsChosenByItsKeyHasAModelToAsk() {
        for (Provider provider : Providers.ALL) {
            if (provider.choosing() == Provider.Choosing.BY_KEY) {
                assertFalse(provider.model().isEmpty(), provider.name());
                assertFalse(provider.keys().isEmpty(), provider.name());
            }
        }
    }

    @Test
    void theManualListsThemAsTheyAre() throws IOException {
        List<String> written = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(MANUAL));
        while (row.find()) {
            written.add(row.group(1) + " " + row.group(3));
            Provider provider = Providers.of(row.group(1)).orElseThrow();
            if (!provider.keys().isEmpty() && provider != Providers.OLLAMA) {
                assertTrue(row.group(2).contains("`" + provider.keys().get(0) + "`"), row.group());
            }
        }
        assertEquals(
                Providers.ALL.stream()
                        .map(one -> one.name() + " " + one.dialect().word())
                        .toList(),
                written);
    }

    @Test
    void theReadmeNamesEachOfThem() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Provider provider : Providers.ALL) {
            assertTrue(readme.contains("`" + provider.name() + "`"), provider.name());
        }
    }

    @Test
    void eachDialectIsNamedWhereOneLooksForIt() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String manual = Files.readString(MANUAL);
        String options = Files.readString(MANUAL.resolveSibling("options.md"));
        for (Dialects dialect : Dialects.values()) {
            String word = "`" + dialect.word() + "`";
            assertTrue(
                    manual.substring(manual.indexOf("\n## Dialects\n")).contains("\n| " + word + " |"),
                    "models.md: " + word);
            assertTrue(paragraph(options, "- `--dialect NAME`").contains(word), "options.md: " + word);
            assertTrue(
                    paragraph(readme, "| `--dialect NAME`")
                            .lines()
                            .findFirst()
                            .orElse("")
                            .contains(word),
                    "README.md: " + word);
        }
    }

    private static String paragraph(String text, String beginning) {
        return text.substring(text.indexOf("\n" + beginning)).split("\n\n")[0].substring(1);
    }
}
