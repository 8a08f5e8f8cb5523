package dev.belay.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The smallest Debian that dpkg runs in, put together from this machine's own packages, to install and run something in where
 * nothing else is: no Java, no home. One thread.
 */
final class CleanRoot implements AutoCloseable {
    private static final List<String> WANTED = List.of(
            "dpkg",
            "tar",
            "coreutils",
            "dash",
            "sed",
            "grep",
            "findutils",
            "diffutils",
            "base-files",
            "base-passwd",
            "libc-bin");

    private static final String NEEDED =
            "test $(id -u) = 0 && test -e /var/lib/dpkg/status && command -v apt-cache && unshare --mount true";

    private final Path place;

    private CleanRoot(Path place) {
        this.place = place;
    }

    /** The test is skipped, with a word, for who is not root or has no Debian. */
    static CleanRoot in(Path place) throws IOException {
        Assumptions.assumeTrue(Commands.succeeds(NEEDED), "a clean root is made on Debian, by root who may mount");
        CleanRoot root = new CleanRoot(Files.createDirectories(place));
        root.fill();
        return root;
    }

    private void fill() throws IOException {
        for (String folder :
                List.of("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "proc", "dev", "tmp", "etc", "var/log")) {
            Files.createDirectories(place.resolve(folder));
        }
        for (String folder : List.of("bin", "sbin", "lib", "lib64")) {
            Files.createSymbolicLink(place.resolve(folder), Path.of("usr", folder));
        }
        Set<String> packages = closure();
        Set<String> files = new TreeSet<>();
        for (String each : packages) {
            Commands.output("dpkg", "-L", each)
                    .lines()
                    .filter(CleanRoot::isThere)
                    .forEach(files::add);
        }
        Path list = Files.write(place.resolve("tmp/list"), files);
        shell("tar -C / --no-recursion -cf - -T '" + list + "' | tar -C '" + place
                + "' --keep-directory-symlink -xf -");
        Files.delete(list);
        Files.copy(place.resolve("usr/share/base-passwd/passwd.master"), place.resolve("etc/passwd"));
        Files.copy(place.resolve("usr/share/base-passwd/group.master"), place.resolve("etc/group"));
        record(packages);
    }

    private static Set<String> closure() {
        List<String> call = new ArrayList<>(List.of("apt-cache", "depends", "--recurse", "--installed"));
        for (String kind : List.of("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")) {
            call.add("--no-" + kind);
        }
        call.addAll(WANTED);
        return Commands.output(call.toArray(String[]::new))
                .lines()
                .filter(line -> line.matches("[a-z0-9].*"))
                .filter(CleanRoot::isInstalled)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isInstalled(String name) {
        return Commands.output("sh", "-c", "dpkg-query -W -f '${db:Status-Status}' \"$1\" 2>&1 || :", "sh", name)
                .equals("installed");
    }

    /** Folders are there for what is in them; those that came with the root may be links. */
    private static boolean isThere(String file) {
        Path path = Path.of(file);
        return !file.equals("/.")
                && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !(Files.isSymbolicLink(path) && path.getNameCount() == 1);
    }

    /** What dpkg knows of them. */
    private void record(Set<String> packages) throws IOException {
        Path database = place.resolve("var/lib/dpkg");
        for (String folder : List.of("info", "updates", "triggers", "alternatives", "parts")) {
            Files.createDirectories(database.resolve(folder));
        }
        List<String> call = new ArrayList<>(List.of("dpkg-query", "-s"));
        call.addAll(packages);
        Files.writeString(database.resolve("status"), Commands.output(call.toArray(String[]::new)));
        Files.createFile(database.resolve("available"));
        for (String each : packages) {
            shell("cp -a /var/lib/dpkg/info/" + each + ".list /var/lib/dpkg/info/" + each + ":*.list '"
                    + database.resolve("info") + "' 2> /dev/null || :");
        }
    }

    Path at(String path) {
        return place.resolve(path);
    }

    /** Runs a line of shell inside, with nothing in its environment but what a login has. What is mounted for it goes with it. */
    String run(String line) {
        return Commands.output(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t proc proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec env -i PATH=/usr/sbin:/usr/bin HOME=/root"
                        + " LANG=C.UTF-8 chroot \"$0\" /bin/sh -c \"$1\"",
                place.toString(),
                line);
    }

    /** Every file and folder, but what packagers write down about themselves. */
    Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.map(path -> place.relativize(path).toString())
                    .filter(path -> !path.matches("(var/lib/(dpkg|rpm)|usr/lib/sysimage|var/log|proc|dev|tmp)/.*"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void close() {
        Commands.output("rm", "-rf", "--one-file-system", place.toString());
    }

    private static void shell(String line) {
        Commands.output("sh", "-c", line);
    }
}
