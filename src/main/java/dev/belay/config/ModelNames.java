package dev.belay.config;

import dev.belay.os.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of the models that each provider listed last, one file each, so that Tab need not ask the network. Only a
 * convenience: what cannot be written or read is not there.
 */
public final class ModelNames {

    private final Path folder;

    /** @param folder made when there is something to keep */
    public ModelNames(Path folder) {
        this.folder = folder;
    }

    /** The names last listed by this provider; empty when it never was. */
    public List<String> of(String provider) {
        try {
            return Files.readAllLines(file(provider));
        } catch (IOException | RuntimeException neverListed) {
            return List.of();
        }
    }

    /** Keeps these in place of the former ones. */
    public void keep(String provider, List<String> names) {
        List<String> lines = new ArrayList<>(names);
        lines.removeIf(name -> name.chars().anyMatch(Character::isISOControl));
        try {
            Files.createDirectories(folder, PrivateFiles.folder(folder));
            Path written = Files.createTempFile(folder, ".", "", PrivateFiles.file(folder));
            Files.write(written, lines);
            Files.move(written, file(provider), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException unwritable) {
            // Then Tab knows less.
        }
    }

    /** Never a way out of the folder, whatever the provider is called. */
    private Path file(String provider) {
        StringBuilder name = new StringBuilder("of-");
        for (int i = 0; i < provider.length(); i++) {
            char c = provider.charAt(i);
            boolean isFine =
                    c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
            name.append(isFine ? c : '_');
        }
        return folder.resolve(name.toString());
    }
}
