package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people install: that it runs where nothing else is, and goes without a trace. Made by {@code -Pdist} only. */
@Timeout(300)
class PackagesIT {
    private static final String QUESTION = " --no-save -m guide 'how do I stop an answer'";

    @TempDir
    Path folder;

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void the_archive_unpacked_anywhere_and_linked_runs_where_there_is_no_java() throws IOException {
        Path archive = Packages.ending(".tar.gz");
        try (CleanRoot root = CleanRoot.in(folder.resolve("root"))) {
            Path place = Files.createDirectories(root.at("srv/some place"));
            Commands.output("tar", "-xzf", archive.toString(), "-C", place.toString());
            String name = archive.getFileName().toString().replace(".tar.gz", "");
            root.run("ln -s '/srv/some place/" + name + "/bin/belay' /usr/bin/sailor && ln -s sailor /usr/bin/belay");

            assertEquals("", root.run("command -v java || :"));
            assertRuns(root);
            assertClassArchivesAreTaken(root, place.resolve(name), "/srv/some place/" + name);
            for (String file : List.of(
                    "share/man/man1/belay.1",
                    "share/bash-completion/completions/belay",
                    "share/zsh/site-functions/_belay",
                    "share/fish/vendor_completions.d/belay.fish",
                    "share/doc/belay/sbom.json")) {
                assertTrue(Files.size(place.resolve(name).resolve(file)) > 0, file);
            }
        }
    }

    @Test
    void the_package_for_debian_installs_runs_and_leaves_nothing() throws IOException {
        Path deb = Packages.ending(".deb");
        try (CleanRoot root = CleanRoot.in(folder.resolve("root"))) {
            Set<String> before = root.files();
            Files.copy(deb, root.at("tmp/belay.deb"));
            root.run("dpkg -i /tmp/belay.deb");

            assertRuns(root);
            assertClassArchivesAreTaken(root, root.at("usr/lib/belay"), "/usr/lib/belay");
            assertTrue(root.files()
                    .containsAll(Set.of(
                            "usr/share/man/man1/belay.1.gz",
                            "usr/share/bash-completion/completions/belay",
                            "usr/share/zsh/vendor-completions/_belay",
                            "usr/share/fish/vendor_completions.d/belay.fish",
                            "usr/share/doc/belay/copyright",
                            "usr/share/doc/belay/changelog.gz")));
            root.run("dpkg --verify belay && dpkg -P belay");
            assertNothingIsLeft(before, root.files());
        }
    }

    @Test
    void the_rpm_installs_runs_and_leaves_nothing() throws IOException {
        Path rpm = Packages.ending(".rpm");
        try (CleanRoot root = CleanRoot.in(folder.resolve("root"))) {
            rpm(root, "--initdb");
            Set<String> before = root.files();
            // The C library that it wants is there, but no RPM has brought it.
            rpm(root, "--install", "--nodeps", rpm.toString());

            assertRuns(root);
            assertClassArchivesAreTaken(root, root.at("usr/lib/belay"), "/usr/lib/belay");
            assertEquals("", rpm(root, "--verify", "--nodeps", "belay"));
            rpm(root, "--erase", "belay");
            assertNothingIsLeft(before, root.files());
        }
    }

    private static void assertNothingIsLeft(Set<String> before, Set<String> after) {
        Set<String> left = new TreeSet<>(after);
        left.removeAll(before);
        assertEquals(Set.of(), left);
        assertTrue(after.containsAll(before), "more was removed than was installed");
    }

    private static String rpm(CleanRoot root, String... words) {
        return Commands.output(Stream.concat(
                        Stream.of(
                                "rpm",
                                "--dbpath",
                                "/var/lib/rpm",
                                "--root",
                                root.at("").toString()),
                        Stream.of(words))
                .toArray(String[]::new));
    }

    private static void assertRuns(CleanRoot root) {
        String said = root.run("cd /tmp && belay -V");
        assertTrue(said.startsWith("belay "), said);
        String answer = root.run("cd / && belay" + QUESTION + " 2> /dev/null");
        assertTrue(answer.contains("Ctrl-C"), answer);
        String completion = root.run("belay completion bash");
        assertTrue(completion.contains("complete"), completion);
    }

    /** Without them the launcher goes on as well, only slower; so the JVM is asked where its classes came from. */
    private static void assertClassArchivesAreTaken(CleanRoot root, Path home, String inside) throws IOException {
        String launcher = Files.readString(home.resolve("bin/belay"));
        String telling = launcher.replace("-Xlog:all=off", "-Xlog:class+load:file=/tmp/loaded");
        assertTrue(telling.contains("/tmp/loaded"), launcher);
        Path copy = Files.writeString(home.resolve("bin/telling"), telling);
        root.run("sh '" + inside + "/bin/telling'" + QUESTION + " 2> /dev/null");
        Files.delete(copy);
        String loaded = Files.readString(root.at("tmp/loaded"));
        assertTrue(loaded.contains("dev.belay.Main source: shared objects file"), "the class archive was not taken");
    }

    @Test
    void the_zip_has_what_the_tar_has_with_the_same_times_and_modes() throws IOException {
        TreeMap<String, String> tar = new TreeMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(
                new GzipCompressorInputStream(Files.newInputStream(Packages.ending(".tar.gz"))))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertEquals(
                        "0 0 root root",
                        entry.getLongUserId() + " " + entry.getLongGroupId() + " " + entry.getUserName() + " "
                                + entry.getGroupName());
                byte[] bytes = entry.isSymbolicLink()
                        ? entry.getLinkName().getBytes(StandardCharsets.UTF_8)
                        : in.readAllBytes();
                tar.put(
                        entry.getName(),
                        described(
                                entry.getMode() & 0777,
                                entry.getLastModifiedTime().toMillis(),
                                bytes));
            }
        }
        TreeMap<String, String> zip = new TreeMap<>();
        try (ZipFile file = ZipFile.builder().setPath(Packages.ending(".zip")).get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                zip.put(entry.getName(), described(entry.getUnixMode() & 0777, entry.getTime(), bytes));
            }
        }
        assertEquals(tar, zip);
    }

    private static String described(int mode, long time, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return Integer.toOctalString(mode) + " " + time + " " + bytes.length + " " + sum.getValue();
    }

    @Test
    void packed_again_elsewhere_and_later_all_of_them_are_the_same_to_the_byte() throws IOException {
        Path tar = Packages.ending(".tar.gz");
        Path again = packAgain(copied(Image.home()), versionOf(tar), timeIn(tar));
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.list(again)) {
            for (Path file : files.toList()) {
                assertEquals(-1, Files.mismatch(tar.resolveSibling(file.getFileName()), file), file + " differs");
                kinds.add(file.toString().replaceAll(".*\\.", ""));
            }
        }
        assertTrue(kinds.containsAll(Set.of("gz", "zip")), kinds.toString());
    }

    /** With other times than the first, but for those of the jars, which the build has fixed. */
    private Path copied(Path image) {
        Path copy = folder.resolve("copied");
        Commands.output("cp", "-r", "--preserve=mode,links", image.toString(), copy.toString());
        Commands.output(
                "sh",
                "-c",
                "cd \"$0\" && for jar in lib/*.jar; do touch -r \"$1/$jar\" $jar; done",
                copy.toString(),
                image.toString());
        return copy;
    }

    private Path packAgain(Path image, String version, String time) {
        Path again = folder.resolve("dist");
        String bill = Packages.ending("-sbom.json").toString();
        elsewhere(
                java(),
                "-cp",
                packers(),
                "src/package/Pack.java",
                image.toString(),
                again.toString(),
                version,
                time,
                "share/doc/belay/sbom.json",
                bill);
        elsewhere("src/package/linux", again.toString(), version, time);
        return again;
    }

    private static void elsewhere(String... command) {
        Commands.output(Stream.concat(
                        Stream.of("sh", "-c", "umask 077; TZ=Asia/Kathmandu exec \"$@\"", "sh"), Stream.of(command))
                .toArray(String[]::new));
    }

    private static String versionOf(Path tar) {
        return tar.getFileName().toString().replaceAll("belay-(.*)-linux.*", "$1");
    }

    private String timeIn(Path tar) throws IOException {
        Commands.output("tar", "-xzf", tar.toString(), "-C", folder.toString());
        Path unpacked = folder.resolve(tar.getFileName().toString().replace(".tar.gz", ""));
        return Files.getLastModifiedTime(unpacked.resolve("bin/belay"))
                .toInstant()
                .toString();
    }

    /** The jars that the archives are packed with. */
    private static String packers() {
        return Stream.of(TarArchiveEntry.class, IOUtils.class, Hex.class, StringUtils.class)
                .map(each ->
                        each.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Test
    void the_one_jar_answers_scripts_and_chats_with_any_java() {
        String jar = Packages.ending(".jar").toString();
        Run version = stage.run(List.of(java(), "-jar", jar, "-V"));
        assertEquals(0, version.exit(), version.toString());
        assertTrue(version.out().startsWith("belay "), version.toString());
        assertEquals("", version.err());
        Run answer = stage.run(List.of(java(), "-jar", jar, "-m", "guide", "how do I stop an answer"));
        assertEquals(0, answer.exit(), answer.toString());
        assertTrue(answer.out().contains("Ctrl-C"), answer.toString());

        TerminalSession terminal = stage.terminal(List.of(java(), "-jar", jar, "-m", "guide"));
        terminal.awaitPrompt();
        terminal.enter("how do I stop an answer");
        terminal.awaitText("Ctrl-C");
        terminal.press("\003");
        terminal.awaitText(Chat.STOPPED);
    }

    @Test
    void the_one_jar_has_the_licences_of_all_that_is_in_it() throws IOException {
        try (ZipFile jar = ZipFile.builder().setPath(Packages.ending(".jar")).get()) {
            for (String text :
                    List.of("LICENSE", "THIRD-PARTY.txt", "licenses/org.jline.txt", "licenses/org.slf4j.txt")) {
                ZipArchiveEntry entry = jar.getEntry("META-INF/" + text);
                assertNotNull(entry, text);
                byte[] expected = Files.readAllBytes(
                        Image.home().resolve("share/doc/belay").resolve(text));
                assertArrayEquals(expected, jar.getInputStream(entry).readAllBytes(), text);
            }
            assertNull(jar.getEntry("THIRD-PARTY.txt"), "a dependency's");
        }
    }

    @Test
    void archive_and_folder_are_no_larger_than_they_need_to_be() throws IOException {
        assertTrue(Files.size(Packages.ending(".tar.gz")) <= 45_000_000, "the archive");
        try (Stream<Path> files = Files.walk(Image.home())) {
            long size = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertTrue(size <= 110_000_000, "the folder has " + size + " bytes");
        }
    }

    @Test
    void the_bill_of_materials_names_every_jar_that_is_given_away() throws IOException {
        JsonNode bill =
                new ObjectMapper().readTree(Packages.ending("-sbom.json").toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        Supplier<Stream<JsonNode>> components =
                () -> Stream.iterate(0, i -> i < bill.path("components").size(), i -> i + 1)
                        .map(bill.path("components")::get);
        Set<String> named =
                components.get().map(each -> each.path("name").asText()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Image.home().resolve("lib"))) {
            Set<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.equals("belay.jar"))
                    .map(name -> name.replace(".jar", ""))
                    .collect(Collectors.toSet());
            jars.removeAll(named);
            assertEquals(Set.of(), jars);
        }
        assertTrue(components.get().allMatch(each -> each.path("purl").asText().startsWith("pkg:maven/")));
        assertTrue(components.get().noneMatch(each -> each.path("name").asText().startsWith("junit")));
    }
}
