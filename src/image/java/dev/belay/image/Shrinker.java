package dev.belay.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import proguard.Configuration;
import proguard.ConfigurationParser;
import proguard.ProGuard;

/**
 * Leaves out of the libraries what belay never calls, and the names of local variables: a quarter of the jars, a seventh of the
 * class archives, and so of what each start has to map. Names and line numbers stay, for stack traces.
 */
final class Shrinker {

    /** The newest form of classes, Java 25's, that this ProGuard reads; of later ones only signatures matter here. */
    private static final int NEWEST = 69;

    private static final int MAJOR_VERSION = 7;

    private final Layout layout;

    Shrinker(Layout layout) {
        this.layout = layout;
    }

    void shrink(Path from, Path to) throws IOException {
        Path runtimeClasses = layout.target().resolve("runtime-classes.jar");
        writeRuntimeClasses(runtimeClasses);
        List<String> words = new ArrayList<>();
        words.add("@" + quoted(layout.sources().resolve("shrink.pro")));
        for (Path jar : Layout.jars(from)) {
            words.addAll(List.of("-injars", quoted(jar), "-outjars", quoted(to.resolve(jar.getFileName()))));
        }
        words.addAll(List.of("-libraryjars", quoted(runtimeClasses)));
        Configurator.setAllLevels("", Level.WARN);
        Configuration configuration = new Configuration();
        try (ConfigurationParser parser =
                new ConfigurationParser(words.toArray(new String[0]), System.getProperties())) {
            parser.parse(configuration);
            new ProGuard(configuration).execute();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the libraries cannot be shrunk: " + e.getMessage(), e);
        }
    }

    private static String quoted(Path file) {
        return "'" + file + "'";
    }

    /** What the libraries stand on: the classes of this JDK, of the modules that the runtime will have. */
    private static void writeRuntimeClasses(Path jar) throws IOException {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String module : JavaRuntime.MODULES) {
            Path root = jdk.getPath("modules", module);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[MAJOR_VERSION] = (byte) Math.min(bytes[MAJOR_VERSION], NEWEST);
                    classes.put(root.relativize(file).toString(), bytes);
                }
            }
        }
        classes.remove("module-info.class");
        Jar.write(classes, jar);
    }
}
