package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.belay.NeedsPosix;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleFilesTest {

    @TempDir
    Path folder;

    private Path roles;

    @BeforeEach
    void makeFolder() throws IOException {
        roles = Files.createDirectories(folder.resolve("roles"));
    }

    private Settings settings(String toml) {
        return Settings.of(new ConfigFile(folder.resolve("config.toml"), toml));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(roles.resolve(file), text);
    }

    @Test
    void a_name_that_no_file_can_have_is_no_roles() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path folder = Files.createDirectories(windows.getPath("C:\\belay\\roles"));
            Files.writeString(folder.resolve("brief.md"), "Be brief.");
            RoleFiles roles = new RoleFiles(folder);
            assertEquals(Optional.empty(), roles.named("what?"));
            assertTrue(roles.named("brief").isPresent());
        }
    }

    private Role role(String text) throws IOException {
        write("r.md", text);
        return settings("").role("r").orElseThrow();
    }

    @Test
    void aFileIsItsSystemPrompt() throws IOException {
        assertEquals(
                Optional.of("Be brief.\n\nVery."),
                role("\nBe brief.\n\nVery.\n").system());
        assertEquals(
                Optional.of("Be brief.\nVery."),
                role("\uFEFF---\r\nmodel: m\r\n---\r\nBe brief.\r\nVery.\r\n").system());
        assertEquals(Optional.empty(), role("---\nmodel: m\n---\n").system());
    }

    @Test
    void itsSettingsAreThoseOfARoleInTheConfig() throws IOException {
        Role role = role("""
                ---
                description: "Turns things"
                model: openai/gpt-5
                temperature: .5
                max_tokens: 100
                stop: 5
                reasoning: low
                prompt: "Do: {{input}}"
                ---
                Text
                """);
        assertEquals(Optional.of("openai/gpt-5"), role.model());
        assertEquals(0.5, role.parameters().temperature().orElseThrow());
        assertEquals(100, role.parameters().maxTokens().orElseThrow());
        assertEquals(List.of("5"), role.parameters().stop());
        assertEquals(Optional.of("low"), role.parameters().reasoning());
        assertEquals("Do: it", role.message("it"));
        assertEquals("Turns things", role.about());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ---;tempreture: 1;---                    | line 2: there is no key “tempreture”; did you mean “temperature”?
        ---;system: x;---                        | line 2: the system prompt is the text below
        ---;temperature: hot;---                 | line 2: temperature must be a number from 0 up
        ---;temperature: [1];---                 | line 2: temperature must be a number from 0 up
        ---;max_tokens: 1.5;---                  | line 2: max_tokens must be a whole number from 1 up
        ---;max_tokens: 99999999999999999999;--- | line 2: max_tokens must be a whole number from 1 up
        ---;model: [a];---                       | line 2: model must be a name
        ---;reasoning: very much;---             | line 2: reasoning must be a word such as
        ---;stop: [""];---                       | line 2: stop must be a text, or a list of texts
        ---;model: m;prompt: "a {{b c}}";---     | line 3: “{{b c}}” is no variable
        ---;model: m;---;;Hi;{{b c}}             | line 6: “{{b c}}” is no variable
        Hi;{{input}}                             | line 2: {{input}} is the message, and belongs in prompt
        ---;model: m                             | line 1: the settings that begin here have no end
        """)
    void everyMistakeIsNamedWithFileAndLine(String text, String said) throws IOException {
        String content = text.replace(';', '\n');
        ProblemException problem = assertThrows(ProblemException.class, () -> role(content));
        assertTrue(
                problem.problem().sentence().startsWith("roles/r.md, " + said),
                problem.problem().sentence());
        assertTrue(
                RoleCheck.of(settings("")).get(0).startsWith("roles/r.md, " + said),
                RoleCheck.of(settings("")).toString());
    }

    @Test
    void checkNamesAllMistakesOfAllFiles() throws IOException {
        write("a.md", "---\nfoo: 1\nbar\n---\n{{x\n");
        write("b.md", "fine {{x=1}}");
        write("c.md", "---\nmodel: m\n---\n");
        write("d.md", "mine");
        write("-.md", "x");
        write("notes.txt", "{{ no role");
        Files.write(roles.resolve("e.md"), new byte[] {(byte) 0xff, 1});
        List<String> said = RoleCheck.of(settings("[roles]\nx = \"y\"\nd = \"theirs\"\n"));
        assertEquals(7, said.size(), said.toString());
        assertEquals("roles/-.md: no role can have this name", said.get(0));
        assertTrue(said.get(1).startsWith("roles/a.md, line 2: there is no key “foo”"), said.toString());
        assertTrue(said.get(2).startsWith("roles/a.md, line 3: "), said.toString());
        assertTrue(said.get(3).startsWith("roles/a.md, line 5: "), said.toString());
        assertTrue(said.get(4).startsWith("roles/c.md has no text"), said.toString());
        assertEquals(
                "roles/d.md is never read: config.toml, line 3 has a role of this name, which comes first",
                said.get(5));
        assertTrue(said.get(6).endsWith("e.md is not in UTF-8; save it in that encoding"), said.toString());
    }

    @Test
    void theConfigComesFirst() throws IOException {
        write("brief.md", "file");
        write("long.md", "file");
        Settings settings = settings("[roles]\nzeal = \"x\"\nbrief = \"config\"\n");
        assertEquals(List.of("zeal", "brief", "long"), settings.roles());
        assertEquals(Optional.of("config"), settings.role("brief").orElseThrow().system());
        assertEquals(Optional.of("file"), settings.role("long").orElseThrow().system());
        assertEquals("config.toml, line 3", settings.roleOrigin("brief"));
        assertEquals(roles.resolve("long.md").toString(), settings.roleOrigin("long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "..",
                ".",
                "",
                " ",
                "a/b",
                "a/../../secret",
                "/etc/passwd",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "\u001b[31m",
                ".hidden",
                "-",
                " x",
                "~"
            })
    void noNameLeadsElsewhere(String name) throws IOException {
        Files.writeString(folder.resolve("secret.md"), "secret");
        Files.createDirectories(roles.resolve("a"));
        write("a/b.md", "secret");
        write(".hidden.md", "secret");
        assertEquals(Optional.empty(), settings("").role(name));
    }

    @Test
    @NeedsPosix
    void whatIsNoTextIsASentence() throws IOException {
        Files.createDirectories(roles.resolve("dir.md"));
        Files.createSymbolicLink(roles.resolve("link.md"), folder.resolve("nowhere"));
        Files.write(roles.resolve("zero.md"), new byte[] {'a', 0, 'b'});
        Files.write(roles.resolve("latin.md"), "größe".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(roles.resolve("huge.md"), new byte[1_000_001]);
        for (Map.Entry<String, String> each : Map.of(
                        "dir",
                        "is a folder",
                        "link",
                        "is a link that leads nowhere",
                        "zero",
                        "is no text",
                        "latin",
                        "is not in UTF-8",
                        "huge",
                        "is larger than 1 MB")
                .entrySet()) {
            ProblemException problem =
                    assertThrows(ProblemException.class, () -> settings("").role(each.getKey()));
            assertTrue(
                    problem.problem().message().contains(each.getKey() + ".md " + each.getValue()),
                    problem.problem().message());
        }
        assertEquals(
                5,
                KnownRole.in(settings("")).stream()
                        .filter(role -> !role.mistake().isEmpty())
                        .count());
    }

    @Test
    @NeedsPosix
    void aLinkIsFollowed() throws IOException {
        Files.writeString(folder.resolve("shared.md"), "shared");
        Files.createSymbolicLink(roles.resolve("mine.md"), folder.resolve("shared.md"));
        assertEquals(
                Optional.of("shared"), settings("").role("mine").orElseThrow().system());
    }

    @Test
    void theUsualRoleMayBeAFile() throws IOException {
        write("chef.md", "You cook.");
        Check.Vocabulary vocabulary = new Check.Vocabulary(List.of(), List.of(), "guide");
        assertEquals(List.of(), Check.of(settings("role = \"chef\"\n"), new Environment(Map.of()), vocabulary));
        assertTrue(Check.of(settings("role = \"cheff\"\n"), new Environment(Map.of()), vocabulary)
                .get(0)
                .contains("did you mean “chef”?"));
        assertFalse(settings("").isRoleOfConfig("chef"));
    }
}
