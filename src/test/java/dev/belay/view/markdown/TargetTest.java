package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that can be clicked leads where a person believes it does. */
class TargetTest {

    private static String looks(String markdown) throws IOException {
        return Rendering.of(markdown, Rendering.LINKED, 200).looks().strip();
    }

    @Test
    void addresses_of_the_web_and_of_mail_can_be_clicked() {
        assertEquals("https://a.example/b?c=d#e", Target.of("https://a.example/b?c=d#e"));
        assertEquals("HTTP://A.EXAMPLE", Target.of("HTTP://A.EXAMPLE"));
        assertEquals("mailto:a@b.example", Target.of("mailto:a@b.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "vscode://x",
                "ssh://a",
                "",
                "#top",
                "../a",
                "https:a",
                " https://a.example"
            })
    void others_are_written_and_cannot_be_clicked(String destination) {
        assertNull(Target.of(destination));
    }

    @Test
    void nothing_but_visible_ascii_gets_into_the_sequence() {
        String all = "https://a.example/";
        for (int c = 0; c < 0x3000; c++) {
            all += Character.isSurrogate((char) c) ? "" : String.valueOf((char) c);
            if (all.length() > 600) {
                assertTrue(Target.of(all).chars().allMatch(each -> each > ' ' && each < 0x7F), all);
                all = "https://a.example/";
            }
        }
        assertEquals(
                "https://a.example/%1B]0;x%07%C2%9C%20%E6%BC%A2",
                Target.of("https://a.example/\u001b]0;x\u0007\u009c 漢"));
    }

    @Test
    void one_that_is_very_long_is_written() throws IOException {
        assertNull(Target.of("https://a.example/" + "x".repeat(2_000)));
        assertEquals("https://a.example/" + "x".repeat(1_900), Target.of("https://a.example/" + "x".repeat(1_900)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example",
                "bank.example",
                "www.bank.example",
                "bank.example/login",
                "Bank.Example",
                "see bank.example now",
                "(bank.example)",
                "bank.example:8080",
                "bank.example?x",
                "me@bank.example",
                "bänk.example",
                "банк.рф",
                "bank\u200B.example",
                "ba\u00ADnk.example",
                "bank。example",
                "bank．example",
                "bank.exa\u200Bmple",
                "https:⁄⁄bank",
                "http://"
            })
    void a_text_that_looks_like_an_address_does_not_hide_another_one(String text) throws IOException {
        assertTrue(Target.looksLikeOne(text), text);
        assertTrue(
                looks("[" + text + "](https://evil.example/)").contains("(https://evil.example/)"),
                looks("[" + text + "](https://evil.example/)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the manual", "e.g. this", "1.5 times", "v2.0.1", "a.b", "so... well", "End. Begin"})
    void other_texts_stand_alone(String text) {
        assertFalse(Target.looksLikeOne(text), text);
    }

    @Test
    void a_text_that_is_the_address_is_not_said_twice() throws IOException {
        assertEquals("‹u blue →https://a.example/›https://a.example/‹/›", looks("<https://a.example/>"));
        assertEquals("‹u blue →https://a.example›a.example‹/›", looks("[a.example](https://a.example)"));
    }

    @Test
    void a_text_of_any_length_is_looked_at() {
        assertTrue(Target.looksLikeOne("a.".repeat(1_000_000) + "example"));
        assertFalse(Target.looksLikeOne("word ".repeat(1_000_000)));
    }
}
