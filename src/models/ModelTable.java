import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.provider.Provider;
import dev.belay.provider.Providers;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renews the table of models from a JSON file in the manner of models.dev. From the top of the checkout, once it is built:
 * {@code java -cp "target/belay.jar:target/libraries/*" src/models/ModelTable.java FILE [DATE]}; the date is needed where the file's
 * {@code source} does not hold one.
 */
public final class ModelTable {

    private static final Path TABLE = Path.of("src/main/resources/dev/belay/models.tsv");

    /** Services belay has a row for, by the name that models.dev gives them. */
    private static final Map<String, String> PROVIDERS = new TreeMap<>();

    static {
        for (Provider provider : Providers.ALL) {
            PROVIDERS.put(provider.name(), provider.name());
        }
        PROVIDERS.put("togetherai", "together");
        PROVIDERS.put("fireworks-ai", "fireworks");
        PROVIDERS.put("moonshotai", "moonshot");
    }

    /** Models that go on with a last message of the assistant's, as PROVIDER/MODEL; Mistral's chat models and DeepSeek's all do. */
    private static final Pattern PREFILL =
            Pattern.compile("anthropic/claude-(3-.*|(opus|sonnet|haiku)-4(-[015])?(-\\d{8})?)"
                    + "|google/gemini-(2\\.\\d|3|3\\.1)-.*"
                    + "|google/gemini-3\\.5-flash"
                    + "|mistral/(?!.*embed).*"
                    + "|deepseek/.*");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String HEADER = """
            # Models, as of %s. Facts from %s; prices in USD per million tokens. Renewed by src/models/ModelTable.java.
            # One model a line, sorted. Columns, parted by tabs; an empty one is not known:
            # provider, id, context (tokens), longest output (tokens), input kinds, price in, price out, price in from a cache, takes a temperature (yes, no), reasoning efforts, goes on with a prefill (yes, no)
            """;

    private ModelTable() {}

    public static void main(String[] args) throws IOException {
        JsonNode root = new ObjectMapper().readTree(new File(args[0]));
        String source = root.path("source").asText("models.dev (MIT)");
        List<String> lines = new ArrayList<>();
        (root.has("providers") ? root.path("providers") : root).properties().forEach(provider -> {
            String name = PROVIDERS.get(provider.getKey());
            if (name != null) {
                provider.getValue()
                        .path("models")
                        .properties()
                        .forEach(model -> lines.add(line(name, model.getKey(), model.getValue())));
            }
        });
        lines.sort(null);
        String date = args.length > 1 ? args[1] : date(source);
        Files.writeString(
                TABLE, HEADER.formatted(date, source.replaceAll(",.*", "")) + String.join("\n", lines) + "\n");
        System.out.println(lines.size() + " models as of " + date + " in " + TABLE);
    }

    private static String date(String source) {
        Matcher found = DATE.matcher(source);
        if (!found.find()) {
            throw new IllegalArgumentException("the file does not say of when it is; give the date after its name");
        }
        return found.group();
    }

    private static String line(String provider, String id, JsonNode model) {
        JsonNode limit = model.has("limit") ? model.path("limit") : model;
        JsonNode input = model.has("modalities") ? model.path("modalities").path("input") : model.path("input");
        JsonNode cost = model.path("cost");
        return String.join(
                "\t",
                List.of(
                        provider,
                        id,
                        count(limit.path("context")),
                        count(limit.path("output")),
                        kinds(input),
                        price(cost.path("input")),
                        price(cost.path("output")),
                        cost.path("cache_read").asDouble() > 0 ? price(cost.path("cache_read")) : "",
                        model.has("temperature") ? yes(model.path("temperature").asBoolean()) : "",
                        efforts(model.path("reasoning_options")),
                        yes(PREFILL.matcher(provider + "/" + id).matches())));
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String count(JsonNode tokens) {
        return tokens.asLong() > 0 ? tokens.asText() : "";
    }

    /** What belay can send along: sounds and films it cannot. */
    private static String kinds(JsonNode input) {
        List<String> kinds = new ArrayList<>();
        input.forEach(kind -> kinds.add(kind.asText()));
        kinds.retainAll(List.of("text", "image", "pdf"));
        return String.join(",", kinds);
    }

    private static String price(JsonNode dollars) {
        return dollars.isNumber()
                ? new BigDecimal(dollars.asText()).stripTrailingZeros().toPlainString()
                : "";
    }

    private static String efforts(JsonNode options) {
        List<String> efforts = new ArrayList<>();
        for (JsonNode option : options) {
            option.path("values").forEach(value -> efforts.add(value.asText()));
        }
        return String.join(",", efforts);
    }
}
