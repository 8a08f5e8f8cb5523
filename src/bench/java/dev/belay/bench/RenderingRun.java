package dev.belay.bench;

import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import dev.belay.view.markdown.MarkdownText;
import dev.belay.view.markdown.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders answers to nowhere, one after another, and prints seconds, seconds of all cores, and bytes out and in of each. */
public final class RenderingRun {

    private static final int COLUMNS = 80;

    private RenderingRun() {}

    /** @param args how they are cut, and the characters of each */
    public static void main(String[] args) throws IOException {
        for (int i = 1; i < args.length; i++) {
            once(Cut.valueOf(args[0]), Integer.parseInt(args[i]));
        }
    }

    private static void once(Cut cut, int characters) throws IOException {
        MixedMarkdown source = new MixedMarkdown();
        String text = source.text(characters);
        Counter out = new Counter();
        double cpu = CpuTime.seconds(ProcessHandle.current().pid());
        long begin = System.nanoTime();
        AnswerText answer = MarkdownText.form(theme(), () -> COLUMNS)
                .on(Output.of(out, Output.Kind.TERMINAL, StandardCharsets.UTF_8));
        for (int at = 0, end; at < text.length(); at = end) {
            end = cut.end(text, at, source);
            answer.next(text.substring(at, end));
        }
        answer.close();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println(
                seconds + " " + (CpuTime.seconds(ProcessHandle.current().pid()) - cpu) + " " + out.bytes + " "
                        + text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static Theme theme() {
        return new Theme(
                Theme.Depth.SIXTEEN, Theme.Background.DARK, Theme.Signs.UNICODE, Theme.Links.WRITTEN, Map.of());
    }

    /** Counts what is written, and keeps nothing. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] block, int offset, int length) {
            bytes += length;
        }
    }
}
