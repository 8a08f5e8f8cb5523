package dev.belay.cli;

import dev.belay.chat.ByteSize;
import dev.belay.file.Reasons;
import dev.belay.schema.BadSchema;
import dev.belay.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file that {@code --schema} names. Whatever is wrong with it is said before anything is asked. */
final class SchemaFile {

    /** No service takes a larger one. */
    private static final int LARGEST = 1_000_000;

    private SchemaFile() {}

    static Schema read(String name) {
        try {
            return Schema.of(text(name));
        } catch (BadSchema wrong) {
            throw wrong(name, wrong.getMessage());
        }
    }

    private static String text(String name) {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw wrong(name, "it is larger than " + ByteSize.words(LARGEST));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw wrong(name, "it is not in UTF-8");
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong(name, "it cannot be read: " + Reasons.of(unreadable));
        }
    }

    private static UsageException wrong(String name, String why) {
        return new UsageException("--schema " + name + ": " + why);
    }
}
