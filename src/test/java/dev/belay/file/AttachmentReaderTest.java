package dev.belay.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.NeedsPosix;
import dev.belay.chat.Attachment;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.file.AttachmentReader.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AttachmentReaderTest {

    private static final FileLimits SMALL = new FileLimits(100_000, 1_000, 150_000);

    @TempDir
    Path folder;

    private AttachmentReader reader() {
        return new AttachmentReader(folder.resolve("home"), SMALL);
    }

    private Attachment read(String typed) {
        return reader().read(typed, Sources.FILES);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path picture(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return Files.write(folder.resolve(name), bytes);
    }

    private static Problem refusal(Runnable reading) {
        Problem problem = assertThrows(ProblemException.class, reading::run).problem();
        assertEquals(Problem.Kind.FILE, problem.kind());
        return problem;
    }

    private Problem refused(Path file) {
        return refusal(() -> read(file.toString()));
    }

    @Test
    void aFileHasItsNameWithoutFoldersAndItsContent() throws IOException {
        Attachment file = read(write("deep/er/notes.png", "only a name").toString());
        assertEquals("notes.png", file.name());
        assertEquals("text/plain", file.mediaType());
        assertArrayEquals("only a name".getBytes(StandardCharsets.UTF_8), file.content());
    }

    @Test
    void whatCouldSteerIsTakenOutOfANameBeforeAnybodySeesIt() throws IOException {
        assertEquals(
                "a_[31m_b_.txt",
                read(write("a\u001b[31m\nb\u202e.txt", "x").toString()).name());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `~/my notes.txt`
            `"~/my notes.txt"`
            `'~/my notes.txt'`
            `~/my\\ notes.txt`
            """)
    void aPathMayBeTypedAsPeopleTypeIt(String typed) throws IOException {
        write("home/my notes.txt", "found");
        assertEquals("my notes.txt", read(typed).name());
    }

    @Test
    void aFileThatReallyHasSuchANameComesFirst() throws IOException {
        Path odd = write("home/'odd'", "the odd one");
        write("home/odd", "the other");
        assertEquals("'odd'", read(odd.toString()).name());
        assertEquals(
                "back\\slash", read(write("home/back\\slash", "x").toString()).name());
    }

    @Test
    void aPictureMayBeLargerThanAText() throws IOException {
        assertEquals(100_000, read(picture("most.jpg", 100_000).toString()).content().length);
        assertEquals(
                1_000, read(write("most.txt", "x".repeat(1_000)).toString()).content().length);
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsSizeTheLimitAndAdvice() throws IOException {
        Problem problem = refused(picture("big.jpg", 250_000));
        assertTrue(
                problem.message().matches("cannot attach “.*/big.jpg”: it has 250 KB, and 100 KB are allowed"),
                problem.message());
        assertTrue(problem.hint().contains("max_file_size"), problem.hint());
        assertTrue(refused(picture("big.jpg", 100_001)).message().contains("more than 100 KB, and 100 KB"));
        assertTrue(refused(write("big.txt", "x".repeat(1_001))).message().contains("more than 1 KB of text, and 1 KB"));
    }

    /** Latin letters are half as long in UTF-8 as in UTF-16: it is what is sent that counts. */
    @Test
    void aTextIsMeasuredAsItIsSent() throws IOException {
        byte[] utf16 = ("\uFEFF" + "x".repeat(900)).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                900,
                read(Files.write(folder.resolve("wide.txt"), utf16).toString()).content().length);
    }

    @Test
    void allFilesOfAMessageTogetherHaveALimit() throws IOException {
        Attachment half = read(picture("half.jpg", 75_000).toString());
        SMALL.checkTogether(List.of(half, half));
        Problem problem = refusal(() -> SMALL.checkTogether(List.of(half, half, half)));
        assertEquals("3 files have 225 KB together, and 150 KB are allowed in one message", problem.message());
    }

    @Test
    void whoRaisesTheLimitRaisesItForEveryKindAndNeverLowersWhatAMessageMayHave() {
        FileLimits raised = FileLimits.upTo(60_000_000);
        assertEquals(new FileLimits(60_000_000, 60_000_000, 60_000_000), raised);
        assertEquals(FileLimits.DEFAULT.message(), FileLimits.upTo(1_000).message());
        assertTrue(FileLimits.upTo(Long.MAX_VALUE).largest() < Integer.MAX_VALUE);
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Problem problem = refused(folder.resolve("no such.txt"));
        assertTrue(problem.message().endsWith("/no such.txt”: no such file or folder"), problem.message());
    }

    @Test
    void aPathThroughAFileIsNone() throws IOException {
        assertTrue(
                refused(write("file", "x").resolve("inside")).message().matches("cannot attach “.*/file/inside”: .+"));
    }

    @Test
    void aFolderIsRefused() {
        assertTrue(refused(folder).message().endsWith("it is a folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000b"})
    void whatIsNoPathIsRefused(String typed) {
        assertTrue(refusal(() -> read(typed)).message().contains("path"));
    }

    @Test
    void anEmptyFileIsRefusedAlsoWhenItHasAMark() throws IOException {
        assertTrue(refused(write("empty", "")).message().endsWith("it is empty"));
        assertTrue(refused(write("mark", "\uFEFF")).message().endsWith("it is empty"));
    }

    @Test
    void whatBelayCannotSendIsRefusedWithWhatItCan() throws IOException {
        String message = refused(Files.write(folder.resolve("a.zip"), new byte[] {'P', 'K', 3, 4, 0}))
                .message();
        for (String taken : new String[] {"a.zip", "PNG", "JPEG", "GIF", "WebP", "PDF", "UTF-8"}) {
            assertTrue(message.contains(taken), message);
        }
    }

    @Test
    @NeedsPosix
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Path secret = write("secret", "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "root may read everything");
        assertTrue(refused(secret).message().endsWith("permission denied"));
    }

    /** Opening it would wait for a writer, and the keys that could stop that are read by nobody. */
    @Test
    @NeedsPosix
    void atThePromptAPipeIsRefusedWithoutOpeningIt() throws Exception {
        Path pipe = pipe();
        assertTrue(refused(pipe).message().endsWith("it is a pipe or a device"));
        assertTrue(refused(Path.of("/dev/null")).message().endsWith("it is a pipe or a device"));
    }

    @Test
    @NeedsPosix
    void aPipeIsReadToItsEndWhereItIsWanted() throws Exception {
        Path pipe = pipe();
        Process writer = new ProcessBuilder("sh", "-c", "printf 'from a command' > " + pipe).start();
        Attachment file = reader().read(pipe.toString(), Sources.FILES_AND_PIPES);
        assertEquals("from a command", new String(file.content(), StandardCharsets.UTF_8));
        assertEquals(0, writer.waitFor());
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    @Test
    @NeedsPosix
    void aDeviceWithoutEndIsReadUpToTheLimit() {
        Problem problem = refusal(() -> reader().read("/dev/zero", Sources.FILES_AND_PIPES));
        assertTrue(problem.message().contains("more than 100 KB"), problem.message());
    }

    @Test
    void aFileWhoseSizeTheSystemDoesNotKnowIsReadAllTheSame() throws IOException {
        Path version = Path.of("/proc/version");
        assumeTrue(Files.isReadable(version) && Files.size(version) == 0);
        assertTrue(read(version.toString()).content().length > 0);
    }

    /** Whatever its length, and in whatever pieces it comes. */
    @Test
    void aStreamIsReadWholeUpToTheLimit() {
        Random random = new Random(3);
        AttachmentReader large = new AttachmentReader(folder, new FileLimits(300_000, 300_000, 300_000));
        for (int length : new int[] {1, 65_535, 65_536, 65_537, 131_072, 299_999, 300_000}) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) 'x');
            assertArrayEquals(bytes, large.read("stdin", drops(bytes, random)).content(), "length " + length);
        }
        refusal(() -> large.read("stdin", drops(new byte[300_001], random)));
    }

    private static InputStream drops(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(20_000)));
            }
        };
    }

    @Test
    void aReadThatBreaksOffIsSaid() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        };
        assertEquals(
                "cannot attach “stdin”: Input/output error",
                refusal(() -> reader().read("stdin", broken)).message());
    }
}
