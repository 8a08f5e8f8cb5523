package dev.belay.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the config file says.
 *
 * @param model {@code PROVIDER/MODEL} to ask when nothing else names one
 */
public record Settings(Optional<String> model) {

    static final Settings NONE = new Settings(Optional.empty());

    /**
     * Reads the file; one that is not there says nothing.
     *
     * @throws ProblemException when it cannot be read or is no TOML, with the place
     */
    public static Settings read(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            JsonNode root = new TomlMapper().readTree(file.toFile());
            JsonNode model = root.path("model");
            if (!model.isMissingNode() && !model.isTextual()) {
                throw ProblemException.configuration(
                        file + ": model is no text", "write model = \"PROVIDER/MODEL\"");
            }
            return new Settings(Optional.ofNullable(model.textValue()).filter(name -> !name.isBlank()));
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw ProblemException.configuration(
                    file + (at == null ? "" : ", line " + at.getLineNr()) + ": " + broken.getOriginalMessage(),
                    "mend the file, or set BELAY_CONFIG to another");
        } catch (IOException unreadable) {
            throw ProblemException.configuration("cannot read " + file, "check who may read it");
        }
    }
}
