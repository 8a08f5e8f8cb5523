package dev.belay.image;

import java.util.List;
import java.util.spi.ToolProvider;

/** A tool of the JDK, run within this JVM. */
final class JavaTool {

    private JavaTool() {}

    static void run(String tool, List<String> call) {
        int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, call.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + call);
        }
    }
}
