package dev.belay.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import java.util.Set;

/** A JSON schema that answers have to follow. Lives on one thread. */
public final class Schema {

    /** In an answer that is longer only the first mistake is looked for: each takes up more room than the text that is wrong. */
    private static final int LONG = 100_000;

    private static final String TELL = "Your answer does not follow the JSON schema:\n";
    private static final String WISH = "\n\nAnswer again, with the corrected JSON document and nothing else.";

    private final String text;
    private final JsonSchema compiled;
    private final Patience patience;
    private String findings = "";

    private Schema(String text, JsonSchema compiled, Patience patience) {
        this.text = text;
        this.compiled = compiled;
        this.patience = patience;
    }

    /**
     * Reads a schema. Nothing is fetched that it may refer to.
     *
     * @throws BadSchema when it is none
     */
    public static Schema of(String text) {
        Patience patience = new Patience();
        return new Schema(text, new Compilation(patience).compile(text), patience);
    }

    /** The schema as it was given. */
    public String text() {
        return text;
    }

    /**
     * The JSON document that an answer is, without a fence and blanks around it.
     *
     * @throws ProblemException when it is none, or does not follow the schema
     */
    public String follow(String answer) {
        String document = Fence.opened(answer);
        findings = "";
        patience.renew();
        try {
            check(Documents.read(document), document.length() > LONG);
        } catch (JsonProcessingException broken) {
            findings = document.isEmpty() ? "it is empty" : "it is no JSON: " + Documents.words(broken);
        } catch (Patience.Exhausted tooSlow) {
            findings = "a text in it takes too long to match with a pattern";
        } catch (StackOverflowError tooDeep) {
            findings = "it is nested too deeply, or has a text too long for a pattern";
        }
        if (!findings.isEmpty()) {
            int line = findings.indexOf('\n');
            throw new ProblemException(new Problem(
                    Kind.SCHEMA,
                    "the answer does not follow the schema: " + (line < 0 ? findings : findings.substring(0, line))));
        }
        return document;
    }

    private void check(JsonNode node, boolean firstOnly) {
        if (node.isMissingNode()) {
            findings = "it is empty";
            return;
        }
        Set<ValidationMessage> found =
                compiled.validate(node, context -> context.getExecutionConfig().setFailFast(firstOnly));
        findings = found.isEmpty() ? "" : Findings.all(found);
    }

    /** What a model is told of the answer that was looked at last. */
    public String correction() {
        return TELL + findings + WISH;
    }
}
