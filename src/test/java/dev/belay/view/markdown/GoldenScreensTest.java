package dev.belay.view.markdown;

import dev.belay.screen.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of thing, as a person has seen it and found it good. */
class GoldenScreensTest {

    static List<String> names() throws IOException {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void on_a_narrow_terminal(String name) throws IOException {
        check(name, "20", Rendering.of(Samples.text(name), Rendering.COLOURED, 20));
    }

    @ParameterizedTest
    @MethodSource("names")
    void on_a_usual_terminal(String name) throws IOException {
        check(name, "80", Rendering.of(Samples.text(name), Rendering.LINKED, 80));
    }

    @ParameterizedTest
    @MethodSource("names")
    void without_colours(String name) throws IOException {
        check(name, "plain", Rendering.of(Samples.text(name), Rendering.PLAIN, 60));
    }

    private static void check(String name, String kind, Rendering rendering) {
        Golden.assertLooks(
                Samples.FOLDER.resolve(name + "." + kind + ".screen"),
                rendering.terminal().screen());
    }
}
