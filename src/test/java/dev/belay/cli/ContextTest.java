package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.config.Environment;
import dev.belay.repl.Interrupts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {

    @ParameterizedTest
    @CsvSource({
        // Standard streams that are terminals, --color, are there colours on standard output, and on standard error?
        "012, auto, true, true",
        "01, auto, true, false",
        "02, auto, false, true",
        "0, auto, false, false",
        "0, always, true, true",
        "012, never, false, false"
    })
    void each_stream_has_colours_by_what_it_is_itself(String terminals, String when, boolean out, boolean errors) {
        Context context = new Context(
                new Environment(Map.of("TERM", "xterm")), new Streams(terminals, ""), new Interrupts(cause -> {}));
        context.listen(new Options(OptionTable.parser(OptionTable.root()).parseArgs("--color", when)));
        assertEquals(out, !context.outStyle().dim("x").equals("x"), "standard output");
        assertEquals(errors, !context.style().dim("x").equals("x"), "standard error");
    }
}
