package dev.belay.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private static final String LINES = "line 1\nline 2\nline 3\nline 4\nline 5\nline 6\n";

    private static Excerpt read(Keep keep, int room, byte[] text) throws IOException {
        Excerpt excerpt = new Excerpt(keep, room);
        excerpt.read(new ByteArrayInputStream(text));
        return excerpt;
    }

    private static String kept(Keep keep, int room, String text) throws IOException {
        return new String(
                read(keep, room, text.getBytes(StandardCharsets.UTF_8)).kept().marked(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void whatFitsIsKeptAsItIs(Keep keep) throws IOException {
        assertEquals(LINES, kept(keep, LINES.length(), LINES));
        assertEquals("", kept(keep, 10, ""));
    }

    @Test
    void theHeadIsCutAfterALine() throws IOException {
        assertEquals("line 1\nline 2\n[… 28 bytes left out …]\n", kept(Keep.HEAD, 18, LINES));
    }

    @Test
    void theTailIsCutBeforeALine() throws IOException {
        assertEquals("[… 28 bytes left out …]\nline 5\nline 6\n", kept(Keep.TAIL, 18, LINES));
    }

    @Test
    void ofTheMiddleNothingIsKept() throws IOException {
        assertEquals("line 1\n[… 28 bytes left out …]\nline 6\n", kept(Keep.MIDDLE, 18, LINES));
    }

    @Test
    void aLongLineIsCutInsideAndTheMarkIsALineOfItsOwn() throws IOException {
        String line = "0123456789".repeat(10);
        assertEquals("01234\n[… 90 bytes left out …]\n56789", kept(Keep.MIDDLE, 10, line));
        assertEquals("a\n0123456\n[… 93 bytes left out …]\n", kept(Keep.HEAD, 9, "a\n" + line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "漢", "😀", "aü漢😀"})
    void noCharacterIsCut(String character) throws CharacterCodingException, IOException {
        byte[] text = character.repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int room = 0; room < 40; room++) {
            for (Keep keep : Keep.values()) {
                byte[] kept = read(keep, room, text).kept().marked();
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEAD", "TAIL", "MIDDLE"})
    void whatIsKeptAndWhatIsLeftOutAreAllThereWas(Keep keep) throws IOException {
        byte[] text = LINES.repeat(5000).getBytes(StandardCharsets.UTF_8);
        for (int room = 1; room < 300_000; room = room * 3 + 1) {
            Excerpt.Kept kept = read(keep, room, text).kept();
            assertTrue(kept.first().length + kept.last().length <= room);
            assertEquals(text.length, kept.first().length + kept.last().length + kept.leftOut());
            assertArrayEquals(Arrays.copyOf(text, kept.first().length), kept.first());
            assertArrayEquals(Arrays.copyOfRange(text, text.length - kept.last().length, text.length), kept.last());
        }
    }

    @Test
    void whatIsNotToBeCutIsReadNoFurtherThanItFits() throws IOException {
        Endless endless = new Endless();
        Excerpt excerpt = new Excerpt(Keep.ALL, 100_000);
        excerpt.read(endless);
        assertTrue(excerpt.isCut());
        assertTrue(endless.given < 300_000, "read " + endless.given);
    }

    @Test
    void aHeadOfWhatDoesNotEndIsCountedForAWhile() throws IOException {
        Excerpt excerpt = new Excerpt(Keep.HEAD, 1000);
        excerpt.read(new Endless());
        assertTrue(excerpt.isCut());
        assertEquals("more than 1 GB", excerpt.kept().leftOutWords());
        assertFalse(excerpt.kept().all());
    }

    /** A pipe that never runs dry; who reads too much of it is told. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'y';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            given += most;
            if (given > 2_000_000_000L) {
                throw new AssertionError("read on without an end");
            }
            Arrays.fill(into, from, from + most, (byte) 'y');
            return most;
        }
    }
}
