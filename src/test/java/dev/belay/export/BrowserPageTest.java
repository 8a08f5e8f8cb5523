package dev.belay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Round;
import dev.belay.chat.Round.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. */
@Timeout(120)
class BrowserPageTest {

    private static final String RATIO = """
            (() => {
              const light = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255)
                  .map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
                return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
              const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                  if (!c.endsWith(', 0)')) return c; } return 'rgb(255, 255, 255)'; };
              let worst = 99, where = '';
              for (const e of document.querySelectorAll('body *')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
                const a = light(getComputedStyle(e).color), b = light(ground(e));
                const r = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (r < worst) { worst = r; where = e.outerHTML.slice(0, 90); }
              }
              return worst >= 4.5 ? 'ok' : worst + ' ' + where;
            })()
            """;

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    private static Chromium browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "there is no chromium here to look at the page with");
        browser = Chromium.start(program.get(), profile);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(Manuscript manuscript) throws IOException {
        browser.open(Files.writeString(folder.resolve("page.html"), Talk.text(Export.HTML, manuscript)));
        browser.look("light", "screen");
        browser.width(1280);
    }

    /** Only the page itself was loaded, nobody complained, and nothing was run. */
    private void assertQuiet() {
        List<String> addresses = browser.events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .filter(url -> !url.startsWith("data:"))
                .toList();
        assertEquals(List.of(folder.resolve("page.html").toUri().toString()), addresses);
        assertEquals(List.of(), browser.events("Log.entryAdded"));
        assertEquals(List.of(), browser.events("Runtime.consoleAPICalled"));
        assertEquals(List.<JsonNode>of(), browser.events("Page.javascriptDialogOpening"));
        assertEquals("0", browser.value("document.scripts.length"));
    }

    private void assertFits() {
        assertEquals("0", browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    @Test
    void itShowsTheConversationAndLoadsNothing() throws IOException {
        open(Talk.saved(Files.createDirectory(folder.resolve("sessions"))));
        assertQuiet();
        assertEquals("Signals & <terminals>", browser.value("document.title"));
        assertEquals("4", browser.value("document.querySelectorAll('main > section').length"));
        assertEquals(
                "interrupted · 41 tokens · 1.3 s",
                browser.value("document.querySelector('#turn-2 .interrupted > .ending').innerText.trim()"));
        assertEquals(
                "visible flex 1",
                browser.value(
                        "(s => s.visibility + ' ' + s.display + ' ' + s.opacity)(getComputedStyle(document.querySelector('#turn-2 .ending')))"));
        assertEquals("1", browser.value("document.querySelectorAll('header, nav, main, footer').length / 4"));
        assertEquals("rtl", browser.value("getComputedStyle(document.querySelector('#turn-4 .typed')).direction"));
    }

    @Test
    void noLevelOfHeadingsIsLeftOut() throws IOException {
        open(Talk.saved(Files.createDirectory(folder.resolve("sessions"))));
        assertEquals(
                "ok",
                browser.value("(l => l.every((n, i) => i === 0 ? n === 1 : n <= l[i - 1] + 1) ? 'ok' : l.join())"
                        + "([...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1]))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void allCanBeReadInBothSchemes(String scheme) throws IOException {
        open(Talk.saved(Files.createDirectory(folder.resolve("sessions"))));
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.look(scheme, "screen");
        assertEquals("ok", browser.value(RATIO));
    }

    @Test
    void aDarkSchemeIsDark() throws IOException {
        open(Talk.of("x", End.COMPLETE));
        String light = browser.value("getComputedStyle(document.body).backgroundColor");
        browser.look("dark", "screen");
        String dark = browser.value("getComputedStyle(document.body).backgroundColor");
        assertNotEquals(light, dark);
        assertTrue(
                browser.value("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0] < 60")
                        .equals("true"),
                dark);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 640, 1280})
    void nothingIsWiderThanThePage(int width) throws IOException {
        String wide = "x".repeat(300);
        open(Talk.of(
                wide + "\n\n```\n" + wide + "\n```",
                "# " + wide + "\n\n" + wide + "\n\n```java\n" + wide + "\n```\n\n`" + wide + "`\n\n| " + wide
                        + " | b |\n|---|---|\n| 1 | 2 |\n\nhttps://a.b/" + wide + "\n\n> - " + wide + "\n\n$" + wide
                        + "$",
                End.FAILED));
        browser.width(width);
        assertFits();
        assertEquals(
                "true",
                browser.value("[...document.querySelectorAll('pre')].every(p => p.scrollWidth > p.clientWidth)"));
    }

    @Test
    void inPrintNothingIsCutOff() throws IOException {
        String wide = "x".repeat(300);
        open(Talk.of("```java\n" + wide + " = 1; // \n```\n[a](https://b.c)", End.INTERRUPTED));
        browser.look("dark", "print");
        assertEquals("ok", browser.value(RATIO));
        assertEquals("rgb(255, 255, 255)", browser.value("getComputedStyle(document.body).backgroundColor"));
        assertEquals(
                "true",
                browser.value("[...document.querySelectorAll('pre')].every(p => p.scrollWidth <= p.clientWidth)"));
    }

    @Test
    void whatAnAnswerTriesDoesNothing() throws IOException {
        String attack = String.join(
                "\n\n",
                List.of(
                        "<script>alert(1)</script>",
                        "<img src=x onerror=alert(1)>",
                        "<svg onload=alert(1)>",
                        "![p](https://evil.example/p.png)",
                        "<style>body{background:url(https://evil.example/s)}</style>",
                        "<iframe src=https://evil.example></iframe>",
                        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                        "<base href=https://evil.example>",
                        "<link rel=stylesheet href=https://evil.example/s.css>",
                        "[x](javascript:alert(1))",
                        "<form action=https://evil.example><input>",
                        "```\"onmouseover=\"alert(1)\nx\n```",
                        "</main><script>alert(1)</script>",
                        "<!--",
                        "`</code><script>alert(1)</script>`"));
        open(Talk.of(List.of(new Round(1, attack, attack, End.COMPLETE))));
        assertQuiet();
        assertEquals(
                "0",
                browser.value(
                        "document.querySelectorAll('main :is(script, img, svg, style, iframe, meta, base, link, form, input, object, embed)').length"));
        assertEquals(
                "0",
                browser.value(
                        "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"));
        assertEquals("1", browser.value("document.querySelectorAll('main').length"));
    }

    /** Should anything ever get through, the policy stands. */
    @Test
    void thePolicyOfThePageForbidsWhatWouldGetThrough() throws IOException {
        open(Talk.of("x", End.COMPLETE));
        browser.value(
                "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://evil.example/p.png\" onerror=\"window.ran = 1\">')");
        browser.value(
                "(s => { s.textContent = 'window.ran = 2'; document.body.append(s); })(document.createElement('script'))");
        assertEquals("undefined", browser.value("typeof window.ran"));
        List<String> blocked = browser.events("Network.loadingFailed").stream()
                .map(e -> e.path("blockedReason").asText())
                .toList();
        assertEquals(List.of("csp"), blocked);
        assertTrue(
                browser.events("Log.entryAdded").toString().contains("Content Security Policy"),
                "the browser says why");
    }
}
