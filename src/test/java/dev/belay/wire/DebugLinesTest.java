package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What {@code --debug} shows of a body. */
class DebugLinesTest {

    @Test
    void textStaysAsItIs() {
        String json = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + "many words, ".repeat(100) + "grüße\"}]}";
        assertEquals(json, DebugLines.shortened(json));
    }

    @Test
    void filesAreCutShort() {
        String file = "iVBORw0KGgo".repeat(50);
        String json = "{\"url\":\"data:image/png;base64," + file + "==\",\"text\":\"what is this?\"}";
        String shown = "{\"url\":\"data:image/png;base64," + file.substring(0, 32)
                + "… (520 more)\",\"text\":\"what is this?\"}";
        assertEquals(shown, DebugLines.shortened(json));
    }

    @Test
    void aFileAtTheVeryEndIsCutToo() {
        assertEquals("x " + "A".repeat(32) + "… (268 more)", DebugLines.shortened("x " + "A".repeat(300)));
        assertEquals("", DebugLines.shortened(""));
    }
}
