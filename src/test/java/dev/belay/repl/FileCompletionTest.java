package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class FileCompletionTest {

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
        new FileCompletion(home).complete(
                null, new MultiLine().parse(typed, typed.length(), Parser.ParseContext.COMPLETE), candidates);
        return candidates;
    }

    private List<String> lines(String typed) {
        return offered(typed).stream().map(Candidate::value).sorted().toList();
    }

    @Test
    void elsewhereNothingIsOffered() {
        assertEquals(List.of(), lines("a message about /file "));
        assertEquals(List.of(), lines("/files ~/pho"));
    }

    @Test
    void afterTheCommandPathsAreOffered() {
        assertEquals(
                List.of("/file ~/phones/", "/file ~/photo one.png", "/file ~/photo.png"), lines("/file ~/pho"));
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
        assertEquals(List.of("phones/"), offered("/file ~/phon").stream().map(Candidate::displ).toList());
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
