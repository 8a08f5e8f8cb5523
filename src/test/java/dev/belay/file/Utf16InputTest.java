package dev.belay.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf16InputTest {

    @Test
    void bothByteOrdersAreReadAsUtf8() throws IOException {
        String text = "grüße 漢字 😀\r\n".repeat(3000);
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            byte[] marked = ("\uFEFF" + text).getBytes(charset);
            assertTrue(Utf16Input.hasMark(marked));
            byte[] read = Utf16Input.of(new ByteArrayInputStream(marked)).readAllBytes();
            assertEquals(text, new String(read, StandardCharsets.UTF_8));
        }
    }

    @Test
    void oneByteAtATimeIsTheSame() throws IOException {
        Utf16Input in =
                (Utf16Input) Utf16Input.of(new ByteArrayInputStream("\uFEFFü".getBytes(StandardCharsets.UTF_16BE)));
        assertEquals(List.of(0xC3, 0xBC, -1), List.of(in.read(), in.read(), in.read()));
    }

    @Test
    void whatHasNoMarkIsNoUtf16() {
        for (String text : List.of("", "a", "ab", "\uFEFFab")) {
            assertFalse(Utf16Input.hasMark(text.getBytes(StandardCharsets.UTF_8)), text);
        }
        assertFalse(Utf16Input.hasMark(new byte[] {(byte) 0xFF}));
    }
}
