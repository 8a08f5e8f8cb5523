package dev.belay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.belay.chat.Attachment;
import dev.belay.chat.Message;
import dev.belay.chat.Outcome;
import dev.belay.chat.Question;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions on a file system without modes and with paths as Windows has them. */
class OnWindowsTest {

    @TempDir
    Path folder;

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
    private final SessionStore store =
            new SessionStore(windows.getPath("C:\\Users\\me\\AppData\\Local\\belay\\sessions"));
    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    private static Question withFile(String text) {
        Attachment file = new Attachment("a.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8));
        return Question.of(text, List.of(file));
    }

    /** What is to be said next; the session is read where files can be read as fast as possible, which is not there. */
    private List<String> readBack(String id) throws Exception {
        Path real = Files.createDirectories(folder.resolve("sessions"));
        Files.writeString(real.resolve(id + ".jsonl"), Files.readString(store.file(id)));
        Session session = Session.resume(new SessionStore(real), id, warnings::add);
        List<Message> messages = session.conversation().messages(Question.of("next"));
        session.close();
        return messages.stream().map(Message::text).toList();
    }

    @Test
    void a_conversation_is_saved_and_its_lock_is_gone_afterwards() throws Exception {
        Session session = Session.create(store, warnings::add);
        Path lock = store.file(session.id()).resolveSibling(session.id() + ".jsonl.lock");
        Conversing.turn(session, Question.of("one"), "first", new Outcome.Complete("stop"));
        assertTrue(Files.exists(lock));
        Conversing.turn(session, "two", "second");
        session.close();
        assertTrue(Files.notExists(lock));
        assertEquals(List.of("one", "first", "two", "second", "next"), readBack(session.id()));
        assertEquals(List.of(), warnings);
    }

    @Test
    void one_that_is_deleted_meanwhile_is_written_anew() throws Exception {
        Session session = Session.create(store, warnings::add);
        Conversing.turn(session, "one", "first");
        Files.delete(store.file(session.id()));
        Conversing.turn(session, "two", "second");
        session.close();
        assertEquals(1, warnings.size(), warnings.toString());
        assertEquals(List.of("one", "first", "two", "second", "next"), readBack(session.id()));
    }

    @Test
    void one_that_is_removed_leaves_nothing() throws Exception {
        Session session = Session.create(store, warnings::add);
        Conversing.turn(session, withFile("one"), "first", new Outcome.Complete("stop"));
        session.close();
        new Removal(store).of(session.id());
        try (Stream<Path> left = Files.list(store.file(session.id()).getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Windows lets nobody read what is locked. */
    @Test
    void the_name_of_the_holder_can_be_read_while_the_lock_is_held() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = SessionLock.SYSTEM.lock(channel)) {
            assertFalse(lock.overlaps(0, 64));
            assertFalse(lock.isShared());
        }
    }

    @Test
    void a_file_without_a_key_is_known_by_the_time_of_its_making() {
        Standing standing = Standing.of(keyless("2026-01-01T00:00:00Z", 5));
        assertEquals(
                standing.key(), Standing.of(keyless("2026-01-01T00:00:00Z", 9)).key());
        assertEquals("", standing.fate(Standing.of(keyless("2026-01-01T00:00:00Z", 9))));
        assertNotEquals(
                standing.key(), Standing.of(keyless("2026-01-01T00:00:01Z", 5)).key());
        assertEquals("was replaced", standing.fate(Standing.of(keyless("2026-01-01T00:00:01Z", 4))));
    }

    private static BasicFileAttributes keyless(String made, long size) {
        return new BasicFileAttributes() {
            @Override
            public FileTime lastModifiedTime() {
                return FileTime.from(Instant.EPOCH);
            }

            @Override
            public FileTime lastAccessTime() {
                return FileTime.from(Instant.EPOCH);
            }

            @Override
            public FileTime creationTime() {
                return FileTime.from(Instant.parse(made));
            }

            @Override
            public boolean isRegularFile() {
                return true;
            }

            @Override
            public boolean isDirectory() {
                return false;
            }

            @Override
            public boolean isSymbolicLink() {
                return false;
            }

            @Override
            public boolean isOther() {
                return false;
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public Object fileKey() {
                return null;
            }
        };
    }
}
