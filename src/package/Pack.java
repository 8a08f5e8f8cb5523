import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Packs the built program into one archive of each kind, the same bytes for the same files: sorted, owned by root, with one
 * time for all. Jars keep their own, which the build has fixed and the class archives remember. Run by the build, as a single
 * source file.
 */
public final class Pack {
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    private static final int LINK = 0120777;
    private static final int FOLDER = 040755;

    private final Instant time;
    private final Map<String, Path> entries = new TreeMap<>();

    private Pack(Path image, String root, Instant time) throws IOException {
        this.time = time;
        try (Stream<Path> all = Files.walk(image)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String name = image.relativize(path).toString().replace('\\', '/');
                String folder = isFolder(path) ? "/" : "";
                if (!name.isEmpty()) {
                    entries.put(root + "/" + name + folder, path);
                }
            }
        }
    }

    /** @param args the program's folder, the folder for the archives, the version, the time of the files; then files that go along, each after its place in the archive */
    public static void main(String[] args) throws IOException {
        // The older half of a time in a zip file is a local one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path dist = Files.createDirectories(Path.of(args[1]));
        String name = "belay-" + args[2] + "-" + platform();
        Pack pack = new Pack(Path.of(args[0]), name, Instant.parse(args[3]));
        for (int i = 4; i < args.length; i += 2) {
            pack.entries.put(name + "/" + args[i], Path.of(args[i + 1]));
        }
        pack.zip(dist.resolve(name + ".zip"));
        if (!name.contains("windows")) {
            pack.tar(dist.resolve(name + ".tar.gz"));
        }
    }

    /** As jreleaser.yml names it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        if (system.startsWith("mac")) {
            return "osx-" + machine;
        }
        return (system.startsWith("windows") ? "windows-" : "linux-") + machine;
    }

    private void tar(Path archive) throws IOException {
        try (TarArchiveOutputStream out =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(created(archive), smallest()))) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, Path> each : entries.entrySet()) {
                Path path = each.getValue();
                TarArchiveEntry entry = Files.isSymbolicLink(path)
                        ? new TarArchiveEntry(each.getKey(), TarConstants.LF_SYMLINK)
                        : new TarArchiveEntry(each.getKey());
                entry.setIds(0, 0);
                entry.setNames("root", "root");
                entry.setMode(mode(path) & 0777);
                entry.setModTime(timeOf(path).toEpochMilli());
                if (Files.isSymbolicLink(path)) {
                    entry.setLinkName(target(path));
                } else if (!isFolder(path)) {
                    entry.setSize(Files.size(path));
                }
                out.putArchiveEntry(entry);
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(path, out);
                }
                out.closeArchiveEntry();
            }
        }
    }

    private static GzipParameters smallest() {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        return parameters;
    }

    private void zip(Path archive) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(created(archive))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, Path> each : entries.entrySet()) {
                Path path = each.getValue();
                ZipArchiveEntry entry = new ZipArchiveEntry(each.getKey());
                entry.setUnixMode(mode(path));
                entry.setTime(timeOf(path).toEpochMilli());
                X5455_ExtendedTimestamp exact = new X5455_ExtendedTimestamp();
                exact.setModifyTime(new ZipLong(timeOf(path).getEpochSecond()));
                entry.addExtraField(exact);
                out.putArchiveEntry(entry);
                if (Files.isSymbolicLink(path)) {
                    out.write(target(path).getBytes(StandardCharsets.UTF_8));
                } else if (!isFolder(path)) {
                    Files.copy(path, out);
                }
                out.closeArchiveEntry();
            }
        }
    }

    private static OutputStream created(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file));
    }

    private Instant timeOf(Path path) throws IOException {
        boolean isRemembered = path.toString().endsWith(".jar");
        return isRemembered ? Files.getLastModifiedTime(path).toInstant() : time;
    }

    private static int mode(Path path) {
        if (Files.isSymbolicLink(path)) {
            return LINK;
        }
        if (isFolder(path)) {
            return FOLDER;
        }
        return Files.isExecutable(path) ? PROGRAM : FILE;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String target(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString().replace('\\', '/');
    }
}
