package dev.belay.cli;

import dev.belay.chat.Problem;
import dev.belay.schema.Schema;
import dev.belay.view.HeldText;

/**
 * Lets a document pass that follows a schema.
 *
 * @param schema of the person's own
 * @param lastWord is told, as this may take its time
 */
record SchemaSelection(Schema schema, LastWord lastWord) implements HeldText.Selection {

    @Override
    public String of(String answer) {
        lastWord.waitsFor(LastWord.Work.JUDGING);
        try {
            return schema.follow(answer);
        } finally {
            lastWord.waitsFor(LastWord.Work.OTHER);
        }
    }

    @Override
    public String correction(Problem problem) {
        return schema.correction();
    }
}
