package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SvgTest {
    private static String drawn(String output) {
        return Svg.of(new Emulator(20, 5).print(output).screen(), "a <title>");
    }

    private static void assertHas(String svg, String part) {
        assertTrue(svg.contains(part), svg);
    }

    @Test
    void it_is_xml_whatever_the_text_is() throws Exception {
        String svg = drawn("a < b & \"c\" ]]> 漢\033[1;4;7;38;5;208mx");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void each_look_is_drawn() {
        assertHas(drawn("\033[1mx"), "font-weight=\"bold\">x<");
        assertHas(drawn("\033[3mx"), "font-style=\"italic\">x<");
        assertHas(drawn("\033[4;9mx"), "text-decoration=\"underline line-through\">x<");
        assertHas(drawn("\033[38;2;1;2;3mx"), "fill=\"#010203\">x<");
        assertHas(drawn("\033[48;2;1;2;3mx"), "height=\"19\" fill=\"#010203\"/>");
        assertFalse(drawn("\033[8mx").contains(">x<"));
    }

    @Test
    void what_stands_behind_a_wide_character_stands_two_cells_further() {
        assertHas(drawn("漢a"), "<text x=\"34.8\" y=\"32.2\" textLength=\"8.4\">a<");
    }

    @Test
    void words_that_look_the_same_are_one_text() {
        assertHas(drawn("one two"), ">one two<");
    }

    @Test
    void the_picture_is_as_high_as_what_is_on_the_screen() {
        assertHas(drawn("1\n2\n3"), "height=\"93\"");
    }
}
