package dev.belay.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One saved conversation in each form, as somebody has looked at it; {@code -Dbelay.golden=write} writes them anew. */
class GoldenExportTest {

    @TempDir
    Path folder;

    @Test
    void markdown() throws IOException {
        same("talk.md", Talk.text(Export.MARKDOWN, Talk.saved(folder)));
    }

    @Test
    void json() throws IOException {
        same("talk.json", Talk.text(Export.JSON, Talk.saved(folder)));
    }

    @Test
    void html() throws IOException {
        same("talk.html", Talk.page(Talk.saved(folder)));
    }

    private static void same(String name, String text) throws IOException {
        Path file = Talk.SAMPLES.resolve(name);
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }
}
