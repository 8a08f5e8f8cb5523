import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the README's picture from a real run: starts the built program in tmux, asks, presses Ctrl-C in mid-answer, and
 * draws what is then on the screen. {@code java src/docs/Picture.java}, from the top of the checkout.
 */
public final class Picture {

    private static final int COLUMNS = 84;
    private static final int ROWS = 17;
    private static final double CHARACTER = 8.4;
    private static final double LINE = 19;
    private static final int MARGIN = 18;
    private static final Pattern STYLE = Pattern.compile("\u001b\\[([0-9;]*)m");

    private Picture() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("belay-picture");
        Path bin = Path.of("target/belay/bin").toAbsolutePath();
        try {
            tmux("new-session", "-d", "-s", "picture", "-x", "" + COLUMNS, "-y", "" + ROWS,
                    "env -i HOME=" + home + " PATH=" + bin + ":/usr/bin:/bin TERM=xterm-256color LANG=C.UTF-8 PS1='$ ' sh");
            tmux("set-option", "-t", "picture", "status", "off");
            awaitLine("$");
            type("belay");
            awaitLine("›");
            type("how do I stop an answer?");
            awaitText("keeps the text");
            tmux("send-keys", "-t", "picture", "C-c");
            awaitText("interrupted");
            awaitLine("›");
            tmux("send-keys", "-t", "picture", "-l", "/continue");
            awaitText("/continue");
            Files.writeString(Path.of("src/docs/interrupted.svg"), svg(screen()));
        } finally {
            tmux("kill-session", "-t", "picture");
        }
    }

    private static void type(String line) throws Exception {
        tmux("send-keys", "-t", "picture", "-l", line);
        tmux("send-keys", "-t", "picture", "Enter");
    }

    /** Waits until the last line on the screen begins so. */
    private static void awaitLine(String begin) throws Exception {
        await(begin, lines -> lines.get(lines.size() - 1).startsWith(begin));
    }

    private static void awaitText(String text) throws Exception {
        await(text, lines -> lines.stream().anyMatch(line -> line.contains(text)));
    }

    private interface Condition {
        boolean holds(List<String> lines);
    }

    /** tmux has no way to tell of a change, so it is asked again and again. */
    private static void await(String what, Condition condition) throws Exception {
        for (int i = 0; i < 500; i++) {
            List<String> lines = screen().stream().map(line -> STYLE.matcher(line).replaceAll("")).toList();
            if (!lines.isEmpty() && condition.holds(lines)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new IllegalStateException("waited for “" + what + "”, saw " + screen());
    }

    /** The screen's lines with their styles, without the empty ones at the end. */
    private static List<String> screen() throws Exception {
        List<String> lines = new ArrayList<>(Arrays.asList(tmux("capture-pane", "-e", "-p", "-t", "picture").split("\n")));
        while (!lines.isEmpty() && STYLE.matcher(lines.get(lines.size() - 1)).replaceAll("").isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static String tmux(String... words) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("tmux", "-L", "belay-picture", "-f", "/dev/null"));
        call.addAll(List.of(words));
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private static String svg(List<String> lines) {
        double width = COLUMNS * CHARACTER + 2 * MARGIN;
        double height = lines.size() * LINE + 2 * MARGIN + 4;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\">\n"
                + "<title>belay: an answer interrupted with Ctrl-C, the prompt back at once</title>\n"
                + "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16191f\"/>\n"
                + "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\" "
                + "fill=\"#d6dae2\" xml:space=\"preserve\">\n");
        Pen pen = new Pen();
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x=\"").append(MARGIN).append("\" y=\"").append(MARGIN + (i + 0.8) * LINE).append("\">");
            svg.append(pen.spans(lines.get(i))).append("</text>\n");
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    /** Draws line after line; a style holds until the next one, over the end of a line as well. */
    private static final class Pen {
        private boolean dim;

        String spans(String line) {
            StringBuilder out = new StringBuilder();
            Matcher style = STYLE.matcher(line);
            int from = 0;
            while (style.find()) {
                out.append(span(line.substring(from, style.start())));
                dim = style.group(1).equals("2");
                from = style.end();
            }
            return out.append(span(line.substring(from))).toString();
        }

        private String span(String text) {
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            return escaped.isEmpty() || !dim ? escaped : "<tspan fill=\"#8b93a1\">" + escaped + "</tspan>";
        }
    }
}
