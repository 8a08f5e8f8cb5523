package dev.belay.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    /** A content is written as hexadecimal digits; what is between apostrophes is ASCII. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            89'PNG'0D0A1A0A 0000000D'IHDR'          | image/png
            FFD8FFE0 0010'JFIF'00                   | image/jpeg
            FFD8FFDB 0043                           | image/jpeg
            'GIF89a'0100 0100 80 00 00 3B           | image/gif
            'GIF87a'0100 0100 80 00 00 3B           | image/gif
            'RIFF'24000000'WEBPVP8 '                | image/webp
            '%PDF-1.7' 0A 25 E2E3CFD3               | application/pdf
            '%PDF-1.4 of ASCII alone'               | application/pdf
            0D0A 00 FF '%PDF-1.3'                   | application/pdf
            'plain words'                           | text/plain
            '<svg xmlns=\"http://www.w3.org/2000/svg\"/>' | text/plain
            '<!DOCTYPE html><p>'                    | text/plain
            '{\"a\": [1, 2]}'                       | text/plain
            'a,b,c' 0D0A '1,2,3'                    | text/plain
            'gr' C3BC C39F 'e ' E6BCA2 F09F9880     | text/plain
            EFBBBF 'with a mark'                    | text/plain
            FEFF 0061 00E4                          | text/plain
            FFFE 6100 E400                          | text/plain
            1B'[31mred log'1B'[0m'                  | text/plain
            'GIF89a is how a picture may begin'     | text/plain
            'RIFF1234WEBP is another'               | text/plain
            'a word about %PDF-1.7'                 | text/plain
            20                                      | text/plain
            'PK'0304 1400 0000                      | none
            7F'ELF'02010100                         | none
            'BM' 36000000 0000                      | none
            49492A00 0800                           | none
            'RIFF'24000000'WAVEfmt '                | none
            0000 0018'ftypheic'                     | none
            'Stra' DF 'e in Latin-1'                | none
            C3                                      | none
            'half a character at the end' E282      | none
            EDA080                                  | none
            C080                                    | none
            'a' 00 'b'                              | none
            FEFF 0061 00                            | none
            FEFF D800 0061                          | none
            FFFE 0000 6100 0000                     | none
            FFD8                                    | none
            89'PN'                                  | none
            """)
    void theBytesTellWhatItIs(String bytes, String type) {
        assertEquals(type, Content.of(bytes(bytes)).map(Content::mediaType).orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void aTextLosesItsMarkAndIsUtf8(String name) {
        String text = "grüße\r\n漢字 \uD83D\uDE00";
        byte[] marked = ("\uFEFF" + text).getBytes(Charset.forName(name));
        assertArrayEquals(
                text.getBytes(StandardCharsets.UTF_8),
                Content.of(marked).orElseThrow().bytes());
    }

    @Test
    void whatNeedsNoChangeIsNotCopied() {
        byte[] text = "words".getBytes(StandardCharsets.UTF_8);
        assertSame(text, Content.of(text).orElseThrow().bytes());
        byte[] picture = bytes("FFD8FFE0 00");
        assertSame(picture, Content.of(picture).orElseThrow().bytes());
    }

    /** The strict decoder agrees with a whole decoding, wherever its pieces are cut. */
    @Test
    void anyTextIsTextAndOneWrongByteAnywhereIsNone() {
        Random random = new Random(11);
        String[] letters = {"a", "ü", "漢", "\uD83D\uDE00", "\n"};
        for (int run = 0; run < 200; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8_150 + random.nextInt(100); i++) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(Optional.of("text/plain"), Content.of(bytes).map(Content::mediaType));
            bytes[random.nextInt(bytes.length)] = (byte) 0xFF;
            assertEquals(
                    Optional.empty(), Content.of(bytes).map(Content::mediaType).filter("text/plain"::equals));
        }
    }

    private static byte[] bytes(String written) {
        StringBuilder latin = new StringBuilder();
        boolean ascii = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\'') {
                ascii = !ascii;
            } else if (ascii) {
                latin.append(c);
            } else if (c != ' ') {
                latin.append((char) Integer.parseInt(written.substring(i, i + 2), 16));
                i++;
            }
        }
        return latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
