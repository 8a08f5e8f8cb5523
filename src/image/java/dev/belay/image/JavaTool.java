package dev.belay.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tool of this JDK, in a JVM of its own: what ran before in one may change what jlink writes. */
final class JavaTool {

    private JavaTool() {}

    static void run(String tool, List<String> words) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        call.addAll(words);
        if (new ProcessBuilder(call).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(tool + " failed: " + call);
        }
    }
}
