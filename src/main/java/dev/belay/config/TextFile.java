package dev.belay.config;

import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a small text that a person wrote: UTF-8, with or without its mark, lines ended as on any system. */
public final class TextFile {

    private static final int LARGEST = 1_000_000;

    private TextFile() {}

    /** @throws ProblemException that says why it cannot be read */
    public static String read(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                throw problem(path + " is a folder", "a text file is wanted");
            }
            if (!file.isRegularFile()) {
                throw problem(path + " is no ordinary file", "a text file is wanted");
            }
            if (file.size() > LARGEST) {
                throw problem(path + " is larger than 1 MB", "a text to be read by a model is shorter");
            }
            return text(path, Files.readAllBytes(path));
        } catch (NoSuchFileException none) {
            throw Files.isSymbolicLink(path)
                    ? problem(path + " is a link that leads nowhere", "mend or remove it")
                    : problem("there is no file " + path, "check its name");
        } catch (AccessDeniedException denied) {
            throw problem("cannot read " + path, "check who may read it");
        } catch (IOException unreadable) {
            throw problem("cannot read " + path, "check what it is");
        }
    }

    private static String text(Path path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw problem(path + " is no text", "it holds zero bytes");
            }
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        } catch (CharacterCodingException notUtf8) {
            throw problem(path + " is not in UTF-8", "save it in that encoding");
        }
    }

    private static ProblemException problem(String message, String hint) {
        return ProblemException.configuration(message, hint);
    }
}
