package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles as files, their variables, and templates for messages. */
@Timeout(60)
class RolesIT {
    private static final String TRANSLATE = """
            ---
            description: turns letters round
            temperature: 0.2
            prompt: |
              Into {{lang}}, {{tone=dry}}:

              {{input}}
            ---
            You translate into {{lang}}.
            """;

    @AutoClose
    private final Stage stage = new Stage();

    private Path folder() {
        return Path.of(stage.box().environment().get("XDG_CONFIG_HOME"), "belay");
    }

    private void role(String name, String text) {
        role(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void role(String name, byte[] text) {
        try {
            Files.createDirectories(folder().resolve("roles"));
            Files.write(folder().resolve("roles").resolve(name + ".md"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void config(String toml) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve("config.toml"), toml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Run belay(String... words) {
        return stage.run(Image.command(words));
    }

    private static String ended(Run run) {
        assertEquals(0, run.exit(), run.toString());
        return run.out();
    }

    private static String system(Request request) {
        assertEquals("system", request.messages().path(0).path("role").asText(), request.body());
        return request.messages().path(0).path("content").asText();
    }

    private void refused(int exit, String said, String... words) {
        int before = stage.server().connections();
        Run run = stage.oneShot(words);
        assertEquals(exit, run.exit(), run.toString());
        assertEquals("", run.out());
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains(said), run.toString());
        assertEquals(before, stage.server().connections());
    }

    @Test
    void a_role_in_a_file_is_the_system_prompt_and_shapes_the_message() {
        role("translate", "\uFEFF" + TRANSLATE.replace("\n", "\r\n"));
        Request request = stage.answered(stage.piped("Dear Sir\n", "-r", "translate", "-p", "lang=German"));
        assertEquals("You translate into German.", system(request));
        assertEquals("Into German, dry:\n\nDear Sir", request.lastUserText());
        assertEquals(0.2, request.json().path("temperature").asDouble());
        assertEquals(
                List.of("Into German, dry:\n\nDear Sir"), stage.box().journal().userTexts());
    }

    @Test
    void a_session_goes_on_in_its_role_with_its_values_or_new_ones() {
        role("translate", TRANSLATE);
        stage.answered(stage.oneShot("-r", "translate", "-p", "lang=Old \"Norse\"", "--param", "tone=wry", "hi"));
        Request second = stage.answered(stage.oneShot("-c", "ho"));
        assertEquals("You translate into Old \"Norse\".", system(second));
        assertEquals("Into Old \"Norse\", wry:\n\nho", second.lastUserText());
        Request third = stage.answered(stage.oneShot("-c", "-p", "lang=Greek", "hey"));
        assertEquals("You translate into Greek.", system(third));
        assertEquals("Into Greek, wry:\n\nhey", third.lastUserText());
        assertEquals("You translate into Greek.", system(stage.answered(stage.oneShot("-c", "hm"))));
    }

    @Test
    void a_role_that_has_gone_is_told_and_its_system_prompt_stays() throws IOException {
        role("translate", TRANSLATE);
        stage.answered(stage.oneShot("-r", "translate", "-p", "lang=Greek", "hi"));
        Files.delete(folder().resolve("roles/translate.md"));
        Run run = stage.oneShot("-c", "ho");
        Request request = stage.answered(run);
        assertEquals("You translate into Greek.", system(request));
        assertEquals("ho", request.lastUserText());
        assertTrue(
                run.err().contains("the session had a role, translate, which is not there any more"), run.toString());
    }

    @Test
    void values_come_from_files_and_are_not_looked_at() throws IOException {
        role("say", "Say {{what}} and {{more={{}} and \\{{what}}.");
        Files.writeString(stage.box().work().resolve("what.txt"), "{{more}} $HOME\n");
        assertEquals(
                "Say {{more}} $HOME and {{ and {{what}}.",
                system(stage.answered(stage.oneShot("-r", "say", "-p", "what=@what.txt", "hi"))));
        assertEquals(
                "Say @me and {{ and {{what}}.",
                system(stage.answered(stage.oneShot("-r", "say", "-p", "what=@@me", "hi"))));
    }

    @Test
    void a_template_alone_needs_no_words_and_leaves_the_system_prompt_alone() {
        config("system = \"In general.\"\n");
        role("standup", "---\nprompt: Ask me what I did.\n---\n");
        Request request = stage.answered(stage.oneShot("-r", "standup"));
        assertEquals("Ask me what I did.", request.lastUserText());
        assertEquals("In general.", system(request));
        assertEquals(
                "Ask me what I did.\n\nSlept.",
                stage.answered(stage.oneShot("-r", "standup", "Slept.")).lastUserText());
    }

    @Test
    void a_text_by_option_has_variables_where_values_are_given() {
        assertEquals(
                "Speak German.",
                system(stage.answered(stage.oneShot("-s", "Speak {{lang}}.", "-p", "lang=German", "hi"))));
        assertEquals("Speak {{lang}}.", system(stage.answered(stage.oneShot("-s", "Speak {{lang}}.", "hi"))));
        refused(2, "-s: “{{a b}}” is no variable", "-s", "{{a b}}", "-p", "a=b", "hi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -r translate hi                  | the role translate needs lang: give -p lang=…
        -r transalte hi                  | -r: there is no role “transalte”; did you mean “translate”?
        -r translate -p lnag=German hi   | -p: there is no variable “lnag” in the role translate; did you mean “lang”?
        -r translate -p German hi        | -p: “German” is not name=value
        -r translate -p lang=@none hi    | -p: cannot read the file “none”
        -r translate -p lang=German      | there is nothing to ask
        -p lang=German hi                | -p: there is no variable “lang”: a call without a role has none
        -r ../config hi                  | -r: there is no role “../config”; a role is called by its name alone
        """)
    void a_call_that_cannot_be_is_wrong_usage_and_nothing_is_sent(String words, String said) {
        config("model = \"x\"\n");
        role("translate", TRANSLATE);
        refused(2, said, words.strip().split(" "));
    }

    @Test
    void a_role_that_is_no_text_is_not_configured() {
        role("bad", "---\ntempreture: 1\n---\n");
        refused(
                3,
                "roles/bad.md, line 2: there is no key “tempreture”; did you mean “temperature”?",
                "-r",
                "bad",
                "hi");
        role("bad", "größe".getBytes(StandardCharsets.ISO_8859_1));
        refused(3, "bad.md is not in UTF-8", "-r", "bad", "hi");
        Commands.output("rm", folder().resolve("roles/bad.md").toString());
        Commands.output("mkfifo", folder().resolve("roles/bad.md").toString());
        refused(3, "bad.md is no ordinary file", "-r", "bad", "hi");
    }

    /** However a name is written, nothing outside of the folder is read or sent. */
    @ParameterizedTest
    @ValueSource(strings = {"../secret", "../../config/belay/secret", "./secret", "..", ".", "", "\u001b[31m", "a\nb"})
    void no_name_leads_out_of_the_folder(String name) throws IOException {
        role("a", "x");
        Files.writeString(folder().resolve("secret.md"), "secret");
        refused(2, "-r: there is no role", "-r", name, "hi");
    }

    @Test
    void only_the_role_that_is_named_is_read() {
        role("fine", "Be fine.");
        role("broken", "---\n");
        assertEquals("Be fine.", system(stage.answered(stage.oneShot("-r", "fine", "hi"))));
        config("[roles]\nfine = \"From the config.\"\n");
        assertEquals("From the config.", system(stage.answered(stage.oneShot("-r", "fine", "hi"))));
    }

    @Test
    void another_config_has_roles_of_its_own() throws IOException {
        role("fine", "Be fine.");
        Path other = stage.box().folder("other");
        Files.createDirectories(other.resolve("roles"));
        Files.writeString(other.resolve("work.toml"), "");
        Files.writeString(other.resolve("roles/fine.md"), "Be other.");
        stage.box().set("BELAY_CONFIG", other.resolve("work.toml").toString());
        assertEquals("Be other.", system(stage.answered(stage.oneShot("-r", "fine", "hi"))));
    }

    @Test
    void roles_are_listed_for_programs_and_checked() {
        config("[roles]\nbrief = \"Be {{how=brief}}.\"\n");
        role("translate", TRANSLATE);
        role("brief", "x");
        role("broken", "{{");
        Run names = belay("config", "roles");
        assertEquals(0, names.exit(), names.toString());
        assertEquals("brief\nbroken\ntranslate\n", names.out());
        Run lines = belay("config", "roles", "-o", "jsonl");
        assertEquals(0, lines.exit(), lines.toString());
        List<String> each = lines.out().lines().toList();
        assertEquals("config.toml, line 2", Json.parse(each.get(0)).path("from").asText());
        assertEquals(
                "brief",
                Json.parse(each.get(0))
                        .path("variables")
                        .path(0)
                        .path("default")
                        .asText());
        assertTrue(
                Json.parse(each.get(1)).path("mistake").asText().startsWith("roles/broken.md, line 1: "),
                lines.toString());
        assertEquals(
                "lang",
                Json.parse(each.get(2)).path("variables").path(0).path("name").asText());
        assertFalse(Json.parse(each.get(2)).path("variables").path(0).has("default"), lines.toString());
        assertEquals(
                3, Json.parse(ended(belay("config", "roles", "-o", "json"))).size());
        Run check = belay("config", "check");
        assertEquals(3, check.exit(), check.toString());
        assertTrue(
                check.out().contains("roles/brief.md is never read: config.toml, line 2 has a role of this name"),
                check.toString());
        assertTrue(check.out().contains("roles/broken.md, line 1: “{{” has no “}}”"), check.toString());
        assertTrue(check.out().contains("2 mistakes"), check.toString());
        assertTrue(ended(belay("config", "show")).contains("turns letters round"));
    }

    @Test
    void at_the_prompt_a_role_takes_values_and_shapes_each_message() {
        role("translate", TRANSLATE);
        Chat chat = Chat.begin(stage);
        chat.command("/role translate", "the role translate needs lang: give lang=…");
        chat.command("/role translate lnag=x", "did you mean “lang”?");
        chat.command("/role translate lang=\"Old Norse\"", "role translate, test-model");
        Exchange exchange = chat.ask("hello");
        assertEquals("You translate into Old Norse.", system(exchange.request()));
        assertEquals("Into Old Norse, dry:\n\nhello", exchange.request().lastUserText());
        exchange.begin().token("hej").done();
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/retry");
        exchange = stage.server().awaitRequest();
        assertEquals("Into Old Norse, dry:\n\nhello", exchange.request().lastUserText());
        exchange.begin().token("hej").done();
        chat.terminal().awaitPrompt();
        chat.command("/role lang=Greek", "role translate, test-model");
        exchange = chat.ask("again");
        assertEquals("Into Greek, dry:\n\nagain", exchange.request().lastUserText());
        exchange.begin().token("ja").done();
        chat.terminal().awaitPrompt();
        chat.command("/role -", "no role");
        assertEquals("plain", chat.ask("plain").request().lastUserText());
    }

    @Test
    void a_conversation_that_is_taken_up_again_has_its_role_and_a_new_one_keeps_it() {
        role("translate", TRANSLATE);
        Chat chat = Chat.begin(stage, "-r", "translate", "-p", "lang=Greek");
        chat.converse("one", "first ");
        chat.command("/title Greek things", "Greek things");
        chat.command("/clear", "a new conversation");
        assertEquals("Into Greek, dry:\n\ntwo", answered(chat, "two").lastUserText());
        chat.command("/role translate German", "values are given to translate as name=value");
        chat.command("/role -", "no role");
        assertEquals("three", answered(chat, "three").lastUserText());
        chat.command("/resume Greek things", "going on with");
        Request request = answered(chat, "four");
        assertEquals("Into Greek, dry:\n\nfour", request.lastUserText());
        assertEquals("You translate into Greek.", system(request));
    }

    private Request answered(Chat chat, String message) {
        Exchange exchange = chat.ask(message).begin();
        exchange.token("well ").done();
        chat.terminal().awaitPrompt();
        return exchange.request();
    }

    @Test
    void tab_completes_roles_and_then_their_variables() {
        role("translate", TRANSLATE);
        Chat chat = Chat.begin(stage);
        chat.terminal().press("/role tr\t");
        chat.terminal().awaitText("/role translate");
        chat.terminal().press("la\t");
        chat.terminal().awaitText("/role translate lang=");
        chat.terminal().press("German to\t");
        chat.terminal().awaitText("/role translate lang=German tone=");
        chat.terminal().enter("wry");
        chat.terminal().awaitText("role translate, test-model");
        assertEquals("Into German, wry:\n\nhello", chat.ask("hello").request().lastUserText());
    }
}
