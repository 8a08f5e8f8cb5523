package dev.belay.repl;

import dev.belay.config.Environment;
import dev.belay.repl.line.KeyStyle;
import dev.belay.repl.tty.Window;
import dev.belay.view.AnswerText;
import dev.belay.view.AnswerView;
import dev.belay.view.Style;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the loop is given.
 *
 * @param window what the terminal is, and what is done to its window
 * @param charset what the terminal shows
 * @param history the file of earlier messages; empty to keep none
 * @param keys which edit the line
 * @param style how our own words look
 * @param form how answers are shown
 * @param talk how much is said beside the answers
 * @param models finds models for {@code /model}
 * @param sessions makes sessions, and finds the saved ones
 * @param tray the files that wait for the first message
 * @param environment names the person's editor
 * @param warmUp loads what the first question needs, while the person types it
 */
public record Setup(
        Window.Wishes window,
        Charset charset,
        Optional<Path> history,
        KeyStyle keys,
        Style style,
        AnswerText.Form form,
        AnswerView.Talk talk,
        Model.Source models,
        SessionSource sessions,
        Tray tray,
        Environment environment,
        Runnable warmUp) {}
