package dev.belay.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built program that is under test. */
final class Image {
    private Image() {}

    /** The launcher's path; a missing image is a failure, never a reason to skip. */
    static String launcher() {
        String image = System.getProperty("belay.image");
        if (image == null) {
            throw new AssertionError(
                    "No image to test: the system property belay.image is not set (mvn verify sets it to target/belay).");
        }
        Path launcher = Path.of(image, "bin", "belay").toAbsolutePath();
        if (!Files.isExecutable(launcher)) {
            throw new AssertionError(
                    "No image to test: " + launcher + " is missing; build it with mvn -q -DskipTests package.");
        }
        return launcher.toString();
    }

    /** The folder of all of it. */
    static Path home() {
        return Path.of(launcher()).getParent().getParent();
    }

    /** The command line of belay with these words alone. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(words));
        return command;
    }
}
