package dev.belay;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sources and keeps the rooms apart. */
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/belay");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern ROOM = Pattern.compile("dev\\.belay\\.(\\w+)\\..*");

    /** From each room, the rooms it may look into. */
    private static final Map<String, Set<String>> DOWN = Map.ofEntries(
            entry(
                    "cli",
                    Set.of(
                            "cli",
                            "repl",
                            "export",
                            "report",
                            "schema",
                            "view",
                            "session",
                            "config",
                            "guide",
                            "provider",
                            "wire",
                            "file",
                            "os",
                            "chat")),
            entry("repl", Set.of("repl", "export", "view", "session", "config", "file", "os", "chat")),
            entry("export", Set.of("export", "view", "session", "chat")),
            entry("report", Set.of("report", "view", "chat")),
            entry("schema", Set.of("schema", "chat")),
            entry("view", Set.of("view", "chat")),
            entry("session", Set.of("session", "file", "os", "chat")),
            entry("file", Set.of("file", "chat")),
            entry("config", Set.of("config", "os", "chat")),
            entry("provider", Set.of("provider", "wire", "chat")),
            entry("wire", Set.of("wire", "chat")),
            entry("guide", Set.of("guide")),
            entry("os", Set.of("os")),
            entry("chat", Set.of("chat")));

    @Test
    void importsPointDownOnly() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String room = room(file);
            for (String imported : imports(file)) {
                Matcher match = ROOM.matcher(imported);
                if (!room.isEmpty() && match.matches() && !DOWN.get(room).contains(match.group(1))) {
                    wrong.add(file + " imports " + imported);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTerminalKnowsNoPromptAndTheInputLineNoLoop() throws IOException {
        only(
                "repl/tty",
                "java.",
                "org.jline.",
                "dev.belay.repl.tty.",
                "dev.belay.view.",
                "dev.belay.config.",
                "dev.belay.os.",
                "dev.belay.chat.");
        only(
                "repl/line",
                "java.",
                "org.jline.",
                "dev.belay.repl.line.",
                "dev.belay.repl.tty.",
                "dev.belay.repl.slash.",
                "dev.belay.view.",
                "dev.belay.file.",
                "dev.belay.os.",
                "dev.belay.chat.");
    }

    @Test
    void theJournalKnowsNobodyWhoSearchesOrCountsAndThoseNotEachOther() throws IOException {
        String[] others = {"java.", "com.fasterxml.jackson.", "dev.belay.file.", "dev.belay.os.", "dev.belay.chat."};
        for (Path file : sources()) {
            if (file.startsWith(SOURCES.resolve("session"))) {
                String own = SOURCES.relativize(file.getParent()).toString().replace(java.io.File.separatorChar, '.');
                for (String imported : imports(file)) {
                    boolean isFine = isAnnotation(imported)
                            || Stream.of(others).anyMatch(imported::startsWith)
                            || imported.matches("dev\\.belay\\.(session|" + own + ")\\.[A-Z].*");
                    assertTrue(isFine, file + " imports " + imported);
                }
            }
        }
    }

    @Test
    void theCoreNeedsNothingButTheJdk() throws IOException {
        only("chat", "java.", "dev.belay.chat.");
    }

    @Test
    void okHttpIsUsedInTheWireOnly() throws IOException {
        assertEquals(Set.of("wire"), roomsThatMention("okhttp3.", "okio."));
    }

    @Test
    void theValidatorOfSchemasIsInOneRoom() throws IOException {
        assertEquals(Set.of("schema"), roomsThatMention("com.networknt"));
    }

    @Test
    void jacksonStaysOutOfCoreScreenAndFraming() throws IOException {
        Set<String> rooms = roomsThatMention("com.fasterxml.jackson");
        assertFalse(rooms.stream().anyMatch(Set.of("chat", "repl", "view", "wire")::contains), rooms.toString());
    }

    /** Those that wait for something outside: the network, the keyboard, the guide's clients, the disk; what is made in the background; the search of many files; and the word that a signal says in place of the main thread. */
    @Test
    void threadsAndLocksAreInFewPlaces() throws IOException {
        Set<String> allowed = Set.of(
                "Mailbox.java",
                "Generation.java",
                "Interrupts.java",
                "Keyboard.java",
                "KeyReader.java",
                "Lease.java",
                "Guide.java",
                "Http.java",
                "Late.java",
                "Within.java",
                "JournalFile.java",
                "TokenMeter.java",
                "KeyCommand.java",
                "SearchCrew.java",
                "LastWord.java");
        Pattern concurrent = Pattern.compile(
                "java\\.util\\.concurrent\\.(atomic|locks|Exec|Completable|CountDown)|\\bsynchronized\\b|\\bvolatile\\b|new Thread\\(");
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            if (!allowed.contains(file.getFileName().toString())
                    && concurrent.matcher(Files.readString(file)).find()) {
                wrong.add(file.toString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theProgramEndsInMainOnly() throws IOException {
        assertEquals(Set.of("Training.java"), filesThatMention("System.exit("));
        assertEquals(Set.of("Main.java"), filesThatMention(".halt("));
    }

    @Test
    void theEnvironmentIsReadInConfigOnly() throws IOException {
        assertEquals(Set.of("Environment.java"), filesThatMention("System.getenv("));
    }

    @Test
    void nobodyImportsEverything() throws IOException {
        for (Path file : sources()) {
            assertFalse(Files.readString(file).contains(".*;"), file.toString());
        }
    }

    @Test
    void everyRoomSaysWhatItIsAndWhereNullMayBe() throws IOException {
        for (Path file : sources()) {
            String text = Files.readString(file.resolveSibling("package-info.java"));
            assertTrue(text.startsWith("/**"), file.toString());
            assertTrue(text.contains("@NullMarked"), file.toString());
        }
    }

    private static void only(String room, String... prefixes) throws IOException {
        for (Path file : sources()) {
            if (file.startsWith(SOURCES.resolve(room))) {
                for (String imported : imports(file)) {
                    assertTrue(
                            isAnnotation(imported) || Stream.of(prefixes).anyMatch(imported::startsWith),
                            file + " imports " + imported);
                }
            }
        }
    }

    /** What says where null may be; nothing of it is there when the program runs. */
    private static boolean isAnnotation(String imported) {
        return imported.startsWith("org.jspecify.annotations.");
    }

    private static Set<String> roomsThatMention(String... words) throws IOException {
        Set<String> rooms = new java.util.TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (Stream.of(words).anyMatch(text::contains)) {
                rooms.add(room(file));
            }
        }
        return rooms;
    }

    private static Set<String> filesThatMention(String word) throws IOException {
        Set<String> files = new java.util.TreeSet<>();
        for (Path file : sources()) {
            if (Files.readString(file).contains(word)) {
                files.add(file.getFileName().toString());
            }
        }
        return files;
    }

    private static List<String> imports(Path file) throws IOException {
        Matcher match = IMPORT.matcher(Files.readString(file));
        List<String> found = new ArrayList<>();
        while (match.find()) {
            found.add(match.group(1));
        }
        return found;
    }

    /** The room's name; empty for the root. */
    private static String room(Path file) {
        Path inside = SOURCES.relativize(file);
        return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
