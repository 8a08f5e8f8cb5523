package dev.belay.view.markdown;

import dev.belay.view.AnswerText;
import dev.belay.view.Cleaner;
import dev.belay.view.Output;
import dev.belay.view.markdown.Renderer.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * Shows an answer as the Markdown that it is, token by token.
 *
 * <p>Rows that are finished are never touched again, so the scrollback is as clean as the screen. How the answer was cut into
 * pieces changes nothing but what is seen for a moment.
 */
public final class MarkdownText implements AnswerText {

    /** A word that is longer is taken in parts. */
    private static final int LONGEST_WORD = 128;

    private final Output out;
    private final Renderer renderer;
    private final Cleaner cleaner = new Cleaner();
    private final StringBuilder waiting = new StringBuilder();

    /** What was taken since the last blank line, in case that it cannot be rendered. */
    private final StringBuilder raw = new StringBuilder();
    private boolean broken;

    private MarkdownText(Output out, Renderer renderer) {
        this.out = out;
        this.renderer = renderer;
    }

    /** @param columns how wide the terminal is now */
    public static Form form(Theme theme, IntSupplier columns) {
        return new Rendered(theme, columns);
    }

    /** All answers on one terminal. */
    private static final class Rendered implements Form {
        private final Theme theme;
        private final IntSupplier columns;

        Rendered(Theme theme, IntSupplier columns) {
            this.theme = theme;
            this.columns = columns;
        }

        @Override
        public AnswerText on(Output out) {
            return new MarkdownText(out, new Renderer(theme, new RowWriter(out, theme), columns));
        }

        @Override
        public void warmUp() {
            try {
                AnswerText text = on(Output.of(OutputStream.nullOutputStream(), Output.Kind.TERMINAL, StandardCharsets.UTF_8));
                text.next("# a\n\n- **b** `c`\n\n");
                text.close();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @Override
    public void next(String piece) throws IOException {
        show(cleaner.next(piece));
    }

    private void show(String piece) throws IOException {
        if (broken) {
            out.own(piece);
            return;
        }
        waiting.append(piece);
        try {
            int begin = 0;
            for (int end = stepEnd(begin); end > 0; end = stepEnd(begin)) {
                String step = waiting.substring(begin, end);
                remember(step);
                begin = end;
                renderer.take(step);
            }
            waiting.delete(0, begin);
            if (!piece.isEmpty()) {
                renderer.preview(waiting.toString());
            }
        } catch (RuntimeException bug) {
            showRaw();
        }
    }

    /** A step ends with a word or a line, wherever the pieces were cut; negative when it is not there yet. */
    private int stepEnd(int begin) {
        for (int at = begin; at < waiting.length(); at++) {
            char c = waiting.charAt(at);
            if (c == '\n' || c == ' ' || c == '\t') {
                return at + 1;
            }
            if (at - begin >= LONGEST_WORD && !Character.isHighSurrogate(c)) {
                return at + 1;
            }
        }
        return -1;
    }

    private void remember(String step) {
        if (step.equals("\n") && raw.length() > 0 && raw.charAt(raw.length() - 1) == '\n') {
            raw.setLength(0);
        }
        raw.append(step);
    }

    /** A mistake in the rendering must not cost anybody the answer: from the last blank line on it is shown as it came. */
    private void showRaw() throws IOException {
        broken = true;
        out.own(Palette.RESET + "\n" + raw + waiting);
        waiting.setLength(0);
    }

    @Override
    public void pause() throws IOException {
        if (!broken) {
            renderer.pause();
        }
        out.closeLine();
    }

    @Override
    public void close() throws IOException {
        end(Ending.WHOLE);
    }

    @Override
    public void cut() throws IOException {
        end(Ending.CUT);
    }

    private void end(Ending ending) throws IOException {
        show(cleaner.rest());
        if (!broken) {
            try {
                if (waiting.length() > 0) {
                    remember(waiting.toString());
                    renderer.take(waiting.toString());
                    waiting.setLength(0);
                }
                renderer.close(ending);
            } catch (RuntimeException bug) {
                showRaw();
            }
        }
        out.closeLine();
    }
}
