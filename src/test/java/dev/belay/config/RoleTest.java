package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    private static Role role(String toml) {
        return Settings.of(new ConfigFile(Path.of("/there/config.toml"), "[roles]\n" + toml))
                .role("r")
                .orElseThrow();
    }

    private static Params params(String... given) {
        return Params.of(List.of(given), name -> "[" + name + "]");
    }

    private static Role filled(String toml, String... given) {
        return role(toml).with(params(given), List.of());
    }

    private static String refused(org.junit.jupiter.api.function.Executable filling) {
        return assertThrows(BadParams.class, filling).sentence("-p ");
    }

    @Test
    void variablesAreFilledInBothTexts() {
        Role role = filled(
                "r = { system = \"In {{lang}}.\", prompt = \"{{tone=dry}}, {{lang}}: {{input}}\" }", "lang=Greek");
        assertEquals(Optional.of("In Greek."), role.system());
        assertEquals("dry, Greek: hi {{lang}}", role.message("hi {{lang}}"));
        assertEquals(
                "wry, {{input}}: hi",
                filled("r = { prompt = \"{{tone=dry}}, {{lang}}: {{input}}\" }", "lang={{input}}", "tone=wry")
                        .message("hi"));
    }

    @Test
    void allMissingVariablesAreNamedInOneSentence() {
        assertEquals(
                "the role r needs a and c: give -p a=… -p c=…",
                refused(() -> filled("r = \"{{a}} {{b=1}} {{c}} {{a}}\"")));
        assertEquals(
                "the role r needs a",
                assertThrows(BadParams.class, () -> role("r = \"{{a}}\"").system())
                        .getMessage());
    }

    @Test
    void aNameThatIsNotWantedIsTold() {
        assertEquals(
                "-p: there is no variable “lnag” in the role r; did you mean “lang”?",
                refused(() -> filled("r = \"{{lang}}\"", "lnag=x")));
        assertEquals(
                "-p: there is no variable “x”: the role r has none", refused(() -> filled("r = \"hello\"", "x=1")));
        assertEquals(
                "-p: there is no variable “input” in the role r; known: lang",
                refused(() -> filled("r = { prompt = \"{{lang=x}} {{input}}\" }", "input=1")));
    }

    @Test
    void aTemplateTakesTheWordsInOrGoesBeforeThem() {
        assertEquals("hi", filled("r = \"x\"").message("hi"));
        assertEquals(
                "<hi> <hi>",
                filled("r = { prompt = \"<{{input}}> <{{ input }}>\" }").message("hi"));
        assertEquals("Say it.\n\nhi", filled("r = { prompt = \"Say it.\" }").message("hi"));
        assertEquals("Say it.", filled("r = { prompt = \"Say it.\" }").message(" "));
        assertEquals(
                "About rain.",
                filled("r = { prompt = \"About {{input=rain}}.\" }").message(""));
        assertEquals(
                "About snow.",
                filled("r = { prompt = \"About {{input=rain}}.\" }").message("snow"));
    }

    @Test
    void someTemplatesNeedNoWords() {
        assertTrue(role("r = { prompt = \"Say it.\" }").speaksByItself());
        assertTrue(role("r = { prompt = \"{{input=x}}\" }").speaksByItself());
        assertFalse(role("r = { prompt = \"{{input}}\" }").speaksByItself());
        assertFalse(role("r = \"Be brief.\"").speaksByItself());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"r = \"{{a b}}\"", "r = \"{{input}}\"", "r = { system = \"{{\" }", "r = { prompt = \"x {{\" }"})
    void aMistakeInTheConfigHasItsLine(String toml) {
        String said = assertThrows(dev.belay.chat.ProblemException.class, () -> role(toml))
                .problem()
                .message();
        assertTrue(said.startsWith("config.toml, line 2: roles.r"), said);
    }

    @Test
    void valuesMayComeFromFiles() {
        assertEquals(
                Map.of("a", "[f.txt]", "b", "@x", "c", "1=2", "d", ""),
                params("a=@f.txt", "b=@@x", "c=1=2", "d=").values());
        assertEquals(Map.of("a", "2"), params("a=1", "a=2").values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang", "=x", "a b=c", "1a=b", ""})
    void aValueHasAName(String given) {
        assertEquals("-p: “" + given + "” is not name=value", refused(() -> params(given)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        r                         | r         | {}
        my role                   | my role   | {}
        r a=1 b=2                 | r         | {a=1, b=2}
        my role a=1               | my role   | {a=1}
        r a="x y" b='it is'       | r         | {a=x y, b=it is}
        r a="x \\"q\\" \\\\ \\n"  | r         | {a=x "q" \\ ;}
        r a=                      | r         | {a=}
        r a="" b=x=y              | r         | {a=, b=x=y}
        r a=@f b="@f"             | r         | {a=[f], b=@f}
        a=1                       | ``        | {a=1}
        x=y                       | x=y       | {}
        """)
    void aRoleIsCalledByItsNameAndThenItsValues(String line, String name, String values) {
        RoleCall call = RoleCall.typed(line, List.of("r", "my role", "x=y"), file -> "[" + file + "]");
        assertEquals(name, call.name());
        assertEquals(values.replace(';', '\n'), call.params().values().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"r a=1 b", "r a=\"x", "r a='x", "r a=\"x\"y", "r a=1 2b=3"})
    void whatIsNeitherNameNorValueIsTold(String line) {
        assertThrows(BadParams.class, () -> RoleCall.typed(line, List.of("r"), file -> ""));
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Random random = new Random(8);
        String letters = "a \"'\\\n@=n{}";
        for (int i = 0; i < 3000; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String name : List.of("x", "y-z")) {
                StringBuilder value = new StringBuilder();
                for (int length = random.nextInt(8); length > 0; length--) {
                    value.append(letters.charAt(random.nextInt(letters.length())));
                }
                values.put(name, value.toString());
            }
            RoleCall call = new RoleCall("my role", new Params(values));
            assertEquals(call, RoleCall.recorded(call.written()), call.written());
        }
    }
}
