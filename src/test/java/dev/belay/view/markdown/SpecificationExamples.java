package dev.belay.view.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The examples of the CommonMark and GFM specifications, from a file beside the checkout. */
final class SpecificationExamples {

    private static final Path FILE = Path.of("../shared/data/commonmark-spec.json");

    private SpecificationExamples() {}

    /** Skips the test, and says so, where the file is not there. */
    static List<String> read() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), "there is no " + FILE + " with the specification's examples");
        List<String> all = new ArrayList<>();
        collect(new ObjectMapper().readTree(FILE.toFile()), all);
        return all;
    }

    private static void collect(JsonNode node, List<String> all) {
        if (node.isObject() && node.has("markdown")) {
            all.add(node.get("markdown").asText().replace('→', '\t'));
        } else {
            node.forEach(child -> collect(child, all));
        }
    }
}
