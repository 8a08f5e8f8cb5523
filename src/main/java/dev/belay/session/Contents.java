package dev.belay.session;

import dev.belay.chat.Act;
import dev.belay.chat.Attachment;
import dev.belay.chat.Conversation;
import dev.belay.chat.Round;
import dev.belay.os.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session's attachments hold, in a folder beside its journal, under their hash: a file that is attached again is
 * not kept twice, and the session goes on when the original has gone. Lives on the session's thread.
 */
final class Contents {

    static final String SUFFIX = ".files";

    private final Path folder;

    Contents(Path journal) {
        String name = journal.getFileName().toString();
        String id = name.substring(0, name.length() - SessionStore.SUFFIX.length());
        this.folder = journal.resolveSibling(id + SUFFIX);
    }

    /** Keeps them, on disk before this returns; the journal tells of them only then. */
    List<KeptFile> keep(List<Attachment> attachments) throws IOException {
        List<KeptFile> kept = new ArrayList<>();
        for (Attachment attachment : attachments) {
            KeptFile file = KeptFile.of(attachment);
            if (!isThere(file, attachment.content())) {
                write(file, attachment.content());
            }
            kept.add(file);
        }
        return kept;
    }

    private boolean isThere(KeptFile file, byte[] content) throws IOException {
        Path place = folder.resolve(file.sha256());
        return isWhole(place, file) && Arrays.equals(Files.readAllBytes(place), content);
    }

    /** Under another name until it is whole: a crash must not leave half a file under the hash of all of it. */
    private void write(KeptFile file, byte[] content) throws IOException {
        Files.createDirectories(folder, PrivateFiles.folder(folder));
        Path part = folder.resolve(file.sha256() + ".part");
        Set<StandardOpenOption> anew =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, anew, PrivateFiles.file(part))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                part,
                folder.resolve(file.sha256()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Gives the turns of a conversation their files back.
     *
     * @param files what the journal tells of, by turn
     * @return the names of those that are missing or are not what was attached
     */
    List<String> restore(Conversation conversation, Map<Integer, List<KeptFile>> files) {
        List<String> lost = new ArrayList<>();
        Map<String, byte[]> read = new HashMap<>();
        for (Round round : conversation.rounds()) {
            for (Act act : round.history()) {
                List<Attachment> attachments = new ArrayList<>();
                for (KeptFile file : files.getOrDefault(act.turn(), List.of())) {
                    byte[] content = read.computeIfAbsent(file.sha256(), hash -> read(file));
                    if (content != null) {
                        attachments.add(file.with(content));
                    } else if (!lost.contains(file.name())) {
                        lost.add(file.name());
                    }
                }
                if (!attachments.isEmpty()) {
                    conversation.attach(act.turn(), attachments);
                }
            }
        }
        return lost;
    }

    /** The content as it was attached; null when it is not there any more. */
    private byte @Nullable [] read(KeptFile file) {
        if (!file.isNamedByHash()) {
            return null;
        }
        try {
            Path place = folder.resolve(file.sha256());
            byte[] content = isWhole(place, file) ? Files.readAllBytes(place) : new byte[0];
            return file.describes(content) ? content : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Removes all of it. */
    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static boolean isWhole(Path place, KeptFile file) throws IOException {
        return Files.isRegularFile(place) && Files.size(place) == file.bytes();
    }
}
