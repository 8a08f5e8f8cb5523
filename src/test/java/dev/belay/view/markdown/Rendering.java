package dev.belay.view.markdown;

import dev.belay.screen.Emulator;
import dev.belay.screen.Widths;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer that is rendered on an emulated terminal, piece by piece. */
final class Rendering {

    static final Theme COLOURED = theme(Theme.Depth.SIXTEEN, Theme.Links.WRITTEN);
    static final Theme LINKED = theme(Theme.Depth.SIXTEEN, Theme.Links.HIDDEN);
    static final Theme PLAIN = theme(Theme.Depth.NONE, Theme.Links.WRITTEN);

    private static final int HIGH = 400;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Emulator terminal;
    private final AnswerText text;
    private int columns;

    Rendering(Theme theme, int columns) {
        this(theme, columns, Widths.MODERN);
    }

    Rendering(Theme theme, int columns, Widths widths) {
        this.columns = columns;
        this.terminal = new Emulator(columns, HIGH, widths);
        this.text = MarkdownText.form(theme, () -> this.columns)
                .on(Output.of(bytes, Output.Kind.TERMINAL, StandardCharsets.UTF_8));
    }

    static Theme theme(Theme.Depth depth, Theme.Links links) {
        return new Theme(depth, Theme.Background.DARK, Theme.Signs.UNICODE, links, Map.of());
    }

    /** A whole answer at once. */
    static Rendering of(String answer, Theme theme, int columns) throws IOException {
        return new Rendering(theme, columns).add(answer).close();
    }

    Rendering add(String piece) throws IOException {
        text.next(piece);
        return drawn();
    }

    Rendering add(List<String> pieces) throws IOException {
        for (String piece : pieces) {
            add(piece);
        }
        return this;
    }

    Rendering close() throws IOException {
        text.close();
        return drawn();
    }

    Rendering cut() throws IOException {
        text.cut();
        return drawn();
    }

    Rendering pause() throws IOException {
        text.pause();
        return drawn();
    }

    Rendering say(String other) {
        terminal.print(other);
        return this;
    }

    Rendering resize(int next) {
        columns = next;
        terminal.screen().resize(next, HIGH);
        return this;
    }

    private Rendering drawn() {
        terminal.print(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
        return this;
    }

    Emulator terminal() {
        return terminal;
    }

    /** What is seen, with its looks. */
    String looks() {
        return terminal.screen().styledText();
    }

    /** What is seen, without. */
    String text() {
        return terminal.screen().text();
    }

    List<String> lines() {
        return terminal.screen().lines();
    }
}
