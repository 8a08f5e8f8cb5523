package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelNamesTest {

    @Test
    void names_are_kept_in_place_of_former_ones_on_a_file_system_of_windows() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            ModelNames names = new ModelNames(windows.getPath("C:\\Users\\me\\AppData\\Local\\belay\\models"));
            assertEquals(List.of(), names.of("con"));
            names.keep("con", List.of("a", "b"));
            names.keep("con", List.of("c"));
            assertEquals(List.of("c"), names.of("con"));
        }
    }
}
