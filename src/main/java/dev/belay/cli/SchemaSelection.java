package dev.belay.cli;

import dev.belay.chat.Problem;
import dev.belay.schema.Schema;
import dev.belay.view.HeldText;

/**
 * Lets a document pass that follows a schema.
 *
 * @param schema of the person's own
 */
record SchemaSelection(Schema schema) implements HeldText.Selection {

    @Override
    public String of(String answer) {
        return schema.follow(answer);
    }

    @Override
    public String correction(Problem problem) {
        return schema.correction();
    }
}
