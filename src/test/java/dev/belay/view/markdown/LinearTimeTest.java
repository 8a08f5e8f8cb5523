package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four times as much takes four times as long, whatever it is; sixteen times as long would be quadratic. */
class LinearTimeTest {

    /** Of the full sizes, which are tried on a real terminal. */
    private static final int PART = 6;

    private static final double LINEAR = 9;
    private static final double NOISE = 0.15;
    private static final int PIECE = 50;
    private static final int TRIES = 3;

    @ParameterizedTest
    @EnumSource
    void a_hostile_answer_costs_no_more_than_its_length(Hostile answer) throws IOException {
        int size = answer.size / PART;
        seconds(answer.text(size / 16));
        double quarter = seconds(answer.text(size / 4));
        double whole = seconds(answer.text(size));
        for (int again = 1; again < TRIES && !isLinear(quarter, whole); again++) {
            quarter = Math.max(quarter, seconds(answer.text(size / 4)));
            whole = Math.min(whole, seconds(answer.text(size)));
        }
        assertTrue(isLinear(quarter, whole), "a quarter took " + quarter + " s, the whole " + whole + " s");
    }

    private static boolean isLinear(double quarter, double whole) {
        return whole < LINEAR * Math.max(NOISE, quarter);
    }

    private static double seconds(String text) throws IOException {
        Output out = Output.of(OutputStream.nullOutputStream(), Output.Kind.TERMINAL, StandardCharsets.UTF_8);
        AnswerText answer = MarkdownText.form(Rendering.COLOURED, () -> 80).on(out);
        long begin = System.nanoTime();
        for (int at = 0; at < text.length(); at += PIECE) {
            answer.next(text.substring(at, Math.min(text.length(), at + PIECE)));
        }
        answer.close();
        return (System.nanoTime() - begin) / 1e9;
    }
}
