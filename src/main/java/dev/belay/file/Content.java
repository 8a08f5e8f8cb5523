package dev.belay.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, told by its bytes: names lie.
 *
 * @param mediaType such as {@code image/png}
 * @param bytes as a model is sent them; text is UTF-8 without a mark
 */
record Content(String mediaType, byte[] bytes) {

    private static final String TEXT = "text/plain";
    private static final String PDF = "application/pdf";

    /** A PDF may have something else before its header; readers look for it this far. */
    private static final int PDF_REACH = 1024;

    private static final byte[] PDF_HEADER = latin("%PDF-");
    private static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n");
    private static final byte[] JPEG = latin("\u00ff\u00d8\u00ff");
    private static final byte[] RIFF = latin("RIFF");
    private static final byte[] WEBP = latin("WEBP");
    private static final byte[] UTF8_MARK = latin("\u00ef\u00bb\u00bf");
    private static final byte[] UTF16_BIG_MARK = latin("\u00fe\u00ff");
    private static final byte[] UTF16_LITTLE_MARK = latin("\u00ff\u00fe");

    /** Empty for what belay cannot send. Text goes first: it may well begin with the letters of a picture's header. */
    static Optional<Content> of(byte[] bytes) {
        if (has(PDF_HEADER, bytes, 0)) {
            return Optional.of(new Content(PDF, bytes));
        }
        byte[] text = text(bytes);
        if (text != null) {
            return Optional.of(new Content(TEXT, text));
        }
        String type = picture(bytes);
        if (type.isEmpty() && hidesPdf(bytes)) {
            type = PDF;
        }
        return type.isEmpty() ? Optional.empty() : Optional.of(new Content(type, bytes));
    }

    private static String picture(byte[] bytes) {
        if (has(PNG, bytes, 0)) {
            return "image/png";
        }
        if (has(JPEG, bytes, 0)) {
            return "image/jpeg";
        }
        if (has(latin("GIF87a"), bytes, 0) || has(latin("GIF89a"), bytes, 0)) {
            return "image/gif";
        }
        return has(RIFF, bytes, 0) && has(WEBP, bytes, 8) ? "image/webp" : "";
    }

    private static boolean hidesPdf(byte[] bytes) {
        for (int at = 1; at < PDF_REACH; at++) {
            if (has(PDF_HEADER, bytes, at)) {
                return true;
            }
        }
        return false;
    }

    /** The text in UTF-8; null when it is none. */
    private static byte @Nullable [] text(byte[] bytes) {
        if (has(UTF16_BIG_MARK, bytes, 0)) {
            return converted(bytes, StandardCharsets.UTF_16BE);
        }
        if (has(UTF16_LITTLE_MARK, bytes, 0)) {
            return converted(bytes, StandardCharsets.UTF_16LE);
        }
        if (!isUtf8(bytes)) {
            return null;
        }
        return has(UTF8_MARK, bytes, 0) ? Arrays.copyOfRange(bytes, UTF8_MARK.length, bytes.length) : bytes;
    }

    private static byte @Nullable [] converted(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 2, bytes.length - 2));
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            return hasNul(utf8) ? null : utf8;
        } catch (CharacterCodingException broken) {
            return null;
        }
    }

    /** Decoded piece by piece and thrown away: whole, it would need twice the room of the file. */
    private static boolean isUtf8(byte[] bytes) {
        if (hasNul(bytes)) {
            return false;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isUnderflow();
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(byte[] part, byte[] bytes, int at) {
        return bytes.length >= at + part.length && Arrays.equals(part, 0, part.length, bytes, at, at + part.length);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
