package dev.belay.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import org.jspecify.annotations.Nullable;

/** Lets the validator load the drafts that it brings along, and nothing from anywhere else. Lives on one thread. */
final class OwnSchemas implements SchemaLoader {

    private static final String DRAFTS = "classpath:draft";

    private String refused = "";

    @Override
    public @Nullable InputStreamSource getSchema(AbsoluteIri wanted) {
        if (wanted.toString().startsWith(DRAFTS)) {
            return null;
        }
        refused = wanted.toString();
        return () -> {
            throw new java.io.FileNotFoundException(refused);
        };
    }

    /** What was not loaded; empty when nothing was wanted. */
    String refused() {
        return refused;
    }
}
