package dev.belay.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.repl.slash.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    private static final List<Suggestion> VALUES = List.of(
            new Suggestion("reasoning", "how much to think"), new Suggestion("reasoning low"), new Suggestion("stop"));

    @TempDir
    Path home;

    @BeforeEach
    void fill() throws IOException {
        for (String name : new String[] {"photo one.png", "photo.png", ".hidden", "evil\u001b[31m.png", "new\nline"}) {
            Files.writeString(home.resolve(name), "x");
        }
        Files.createDirectory(home.resolve("phones"));
        Files.writeString(home.resolve("phones/mine.txt"), "x");
    }

    private List<Candidate> offered(String typed) {
        List<Candidate> candidates = new ArrayList<>();
        new Completion((command, begun) -> command.name().equals("set") ? VALUES : List.of(), new FileNames(home))
                .complete(null, new MultiLine().parse(typed, typed.length(), Parser.ParseContext.COMPLETE), candidates);
        return candidates;
    }

    private List<String> lines(String typed) {
        return offered(typed).stream().map(Candidate::value).sorted().toList();
    }

    @Test
    void afterASlashCommandsAreOffered() {
        assertTrue(lines("/f").contains("/file"));
        assertEquals(List.of(), lines("a message about /file "));
    }

    @Test
    void afterACommandItsWordsAreOfferedOneByOneWithWhatTheyMean() {
        assertEquals(List.of("/set reasoning", "/set stop"), lines("/set "));
        assertEquals("how much to think", offered("/set re").get(0).descr());
        assertEquals(List.of("/set reasoning low"), lines("/set reasoning "));
    }

    @Test
    void afterTheCommandPathsAreOffered() {
        assertEquals(List.of("/file ~/phones/", "/file ~/photo one.png", "/file ~/photo.png"), lines("/file ~/pho"));
        assertEquals(List.of("/file ~/phones/mine.txt"), lines("/file ~/phones/"));
        assertEquals(List.of("/file " + home + "/photo.png"), lines("/file " + home + "/photo."));
    }

    @Test
    void quotesAndBackslashesAreGoneOnWith() {
        assertEquals(List.of("/file \"~/photo one.png\""), lines("/file \"~/photo o"));
        assertEquals(List.of("/file '~/phones/"), lines("/file '~/phon"));
        assertEquals(List.of("/file ~/photo\\ one.png"), lines("/file ~/photo\\ o"));
    }

    @Test
    void whatIsShownIsTheNameAlone() {
        assertEquals(
                List.of("phones/"),
                offered("/file ~/phon").stream().map(Candidate::displ).toList());
    }

    @Test
    void hiddenFilesAreOfferedToWhoAsksForThemAndThoseThatCouldSteerToNobody() {
        assertEquals(List.of("/file ~/.hidden"), lines("/file ~/."));
        assertEquals(List.of("/file ~/phones/", "/file ~/photo one.png", "/file ~/photo.png"), lines("/file ~/"));
    }

    @Test
    void whereThereIsNoSuchFolderNothingIsOffered() {
        assertEquals(List.of(), lines("/file ~/none/a"));
        assertEquals(List.of(), lines("/file \u0000/a"));
    }
}
