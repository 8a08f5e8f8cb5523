package dev.belay.repl.slash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What the manual says about a command. */
final class ManualPage {

    private static final String PAGE = "/dev/belay/manual/commands.md";
    private static final String HEADING = "## ";

    private ManualPage() {}

    /** The section whose heading begins with the command, in Markdown and without the heading; empty when there is none. */
    static String about(SlashCommand command) throws IOException {
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        try (InputStream page = ManualPage.class.getResourceAsStream(PAGE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(HEADING)) {
                    inside = line.startsWith(HEADING + "/" + command.name() + ":");
                } else if (inside) {
                    section.append(line).append('\n');
                }
            }
        }
        return section.toString().stripTrailing();
    }
}
