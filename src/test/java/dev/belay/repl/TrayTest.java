package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.chat.Attachment;
import dev.belay.chat.ProblemException;
import dev.belay.file.AttachmentReader;
import dev.belay.file.FileLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrayTest {

    @TempDir
    Path folder;

    private Tray tray;

    @BeforeEach
    void begin() throws IOException {
        tray = new Tray(new AttachmentReader(folder, new FileLimits(10, 10, 15)), List.of());
        Files.writeString(folder.resolve("a.txt"), "12345678");
        Files.writeString(folder.resolve("b.txt"), "1234567");
    }

    private List<String> names() {
        return tray.files().stream().map(Attachment::name).toList();
    }

    @Test
    void filesWaitInTheirOrderUntilTheyAreTakenAway() {
        tray.add("~/b.txt");
        tray.add("~/a.txt");
        assertEquals(List.of("b.txt", "a.txt"), names());
        tray.clear();
        assertEquals(List.of(), names());
    }

    @Test
    void whatIsTooMuchTogetherIsRefusedAndTheOthersStay() {
        tray.add("~/a.txt");
        assertThrows(ProblemException.class, () -> tray.add("~/a.txt"));
        assertEquals(List.of("a.txt"), names());
        tray.add("~/b.txt");
        assertEquals(List.of("a.txt", "b.txt"), names());
    }

    @Test
    void aFileIsReadWhenItIsLaidHere() throws IOException {
        Attachment file = tray.add("~/a.txt");
        Files.writeString(folder.resolve("a.txt"), "later");
        assertEquals("12345678", new String(tray.files().get(0).content(), StandardCharsets.UTF_8));
        assertEquals(List.of(file), tray.files());
    }
}
