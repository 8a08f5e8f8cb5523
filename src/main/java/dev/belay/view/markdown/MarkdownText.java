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

    private final Output out;
    private final Theme theme;
    private final Renderer renderer;
    private final Cleaner cleaner = new Cleaner();
    private final StringBuilder waiting = new StringBuilder();

    /** What was taken since the last blank line, in case that it cannot be rendered. */
    private final StringBuilder raw = new StringBuilder();

    private boolean broken;

    private MarkdownText(Output out, Theme theme, IntSupplier columns) {
        this.out = out;
        this.theme = theme;
        this.renderer = new Renderer(theme, new RowWriter(out, theme), columns);
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
            return new MarkdownText(out, theme, columns);
        }

        @Override
        public void warmUp() {
            try {
                AnswerText text =
                        on(Output.of(OutputStream.nullOutputStream(), Output.Kind.TERMINAL, StandardCharsets.UTF_8));
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
        int begin = 0;
        try {
            for (int end = Words.end(waiting, begin); end > 0; end = Words.end(waiting, begin)) {
                String step = waiting.substring(begin, end);
                raw.append(step);
                begin = end;
                renderer.take(step);
                forget();
            }
            waiting.delete(0, begin);
            begin = 0;
            if (!piece.isEmpty()) {
                renderer.preview(waiting.toString());
            }
        } catch (RuntimeException | StackOverflowError bug) {
            waiting.delete(0, begin);
            showRaw();
        }
    }

    /** A blank line that was rendered closes what is above it: that is on the screen. */
    private void forget() {
        int length = raw.length();
        if (length > 1 && raw.charAt(length - 1) == '\n' && raw.charAt(length - 2) == '\n') {
            raw.setLength(0);
            raw.append('\n');
        }
    }

    /** A mistake in the rendering must not cost anybody the answer: from the last blank line on it is shown as it came. */
    private void showRaw() throws IOException {
        broken = true;
        String looks =
                theme.isPlain() ? "" : Palette.RESET + (theme.links() == Theme.Links.HIDDEN ? RowWriter.NO_LINK : "");
        out.own(looks + "\n" + raw + waiting);
        waiting.setLength(0);
    }

    @Override
    public void pause() throws IOException {
        if (!broken) {
            try {
                renderer.pause();
            } catch (RuntimeException | StackOverflowError bug) {
                showRaw();
            }
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
                    String last = waiting.toString();
                    waiting.setLength(0);
                    raw.append(last);
                    renderer.take(last);
                }
                renderer.close(ending);
            } catch (RuntimeException | StackOverflowError bug) {
                showRaw();
            }
        }
        out.closeLine();
    }
}
