package dev.belay.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @TempDir
    Path folder;

    private Memory read(Path file) throws IOException {
        Memory memory = new Memory(file);
        DumbTerminal terminal =
                new DumbTerminal(new java.io.ByteArrayInputStream(new byte[0]), new java.io.ByteArrayOutputStream());
        LineReader reader =
                LineReaderBuilder.builder().terminal(terminal).history(memory).build();
        reader.setVariable(LineReader.HISTORY_FILE, file);
        memory.attach(reader);
        return memory;
    }

    @Test
    void bytesThatAreNoTextCostNoMoreThanThemselves() throws IOException {
        Path file = folder.resolve("history");
        Files.write(file, "1:good\n2:b\u00ffd\n".getBytes(StandardCharsets.ISO_8859_1));
        Memory memory = read(file);
        assertEquals("good", memory.get(0));
        assertEquals("b\uFFFDd", memory.get(1));
    }

    @Test
    void ofAHugeFileTheNewestLinesStay() throws IOException {
        Path file = folder.resolve("history");
        Files.writeString(file, "1:old\n" + ("1:" + "x".repeat(98) + "\n").repeat(60_000) + "1:new\n");
        Memory memory = read(file);
        assertEquals("new", memory.get(memory.last()));
        assertTrue(Files.size(file) < 3_000_000, "still " + Files.size(file));
    }

    @Test
    void aVeryLongMessageIsRememberedButNotWritten() throws IOException {
        Path file = folder.resolve("history");
        Memory memory = read(file);
        memory.add("y".repeat(100_000));
        memory.add("short");
        memory.save();
        assertEquals(100_000, memory.get(0).length());
        assertTrue(Files.readString(file).strip().endsWith("short") && Files.size(file) < 100, Files.readString(file));
    }
}
