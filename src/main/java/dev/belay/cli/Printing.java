package dev.belay.cli;

import dev.belay.chat.Partial;
import dev.belay.repl.Dialogue;
import dev.belay.report.JsonAnswer;
import dev.belay.report.JsonLines;
import dev.belay.report.Origin;
import dev.belay.schema.Schema;
import dev.belay.session.Session;
import dev.belay.view.AnswerText;
import dev.belay.view.Document;
import dev.belay.view.HeldText;
import dev.belay.view.code.CodeSelection;
import java.util.List;
import java.util.Optional;

/**
 * What is printed of a one-shot answer, and how.
 *
 * @param form in which it is written
 * @param schema that it has to follow
 * @param code the language of the block of code that alone is wanted of it; an empty one for any
 * @param partial what becomes of one that does not come to its end
 */
record Printing(OutputForm form, Optional<Schema> schema, Optional<String> code, Partial partial) {

    static final List<String> ON_INTERRUPT = List.of("keep", "discard");

    /** Reads the file of the schema, if one is given. */
    static Printing of(Options options) {
        OutputForm form = OutputForm.of(options);
        Partial partial = partial(options);
        Optional<String> schema = options.text("--schema");
        Optional<String> code = options.text("-x");
        checkCodeAlone(code, options);
        return new Printing(
                form,
                schema.isPresent() ? Optional.of(SchemaFile.read(schema.get())) : Optional.empty(),
                code,
                partial);
    }

    private static void checkCodeAlone(Optional<String> code, Options options) {
        if (code.isEmpty()) {
            return;
        }
        if (!options.text("-o").orElse("text").equals("text")) {
            throw new UsageException(
                    "-x prints nothing but code, so -o " + options.text("-o").get() + " does not go with it");
        }
        if (options.text("--schema").isPresent()) {
            throw new UsageException("-x prints code and --schema JSON; choose one");
        }
    }

    /** A document that is cut is of no use to whoever wants one. */
    private static Partial partial(Options options) {
        boolean isSaid = options.text("--on-interrupt").isPresent()
                || options.text("--schema").isEmpty();
        String said = options.oneOf("--on-interrupt", ON_INTERRUPT);
        return isSaid && said.equals("keep") ? Partial.KEPT : Partial.DISCARDED;
    }

    /** @throws UsageException when that is nothing for answers that a person reads at the prompt */
    void checkFitsPrompt() {
        String why = "answers a single question; leave -i out and say what to ask";
        if (form.isForPrograms()) {
            throw new UsageException("-o " + form.word() + " " + why);
        }
        if (schema.isPresent()) {
            throw new UsageException("--schema " + why);
        }
        if (code.isPresent()) {
            throw new UsageException("-x " + why);
        }
        if (partial == Partial.DISCARDED) {
            throw new UsageException("--on-interrupt discard " + why);
        }
    }

    /** The schema as it is sent. */
    Optional<String> schemaText() {
        return schema.isPresent() ? Optional.of(schema.get().text()) : Optional.empty();
    }

    /** What holds the answer back until it is complete; empty when it is shown as it comes. */
    Optional<HeldText> held(AnswerText shown, Session session, LastWord lastWord) {
        if (code.isPresent()) {
            // Half a program is none, whatever becomes of it in the conversation.
            return Optional.of(
                    new HeldText(shown, new CodeSelection(code.get(), () -> whole(session)), Partial.DISCARDED));
        }
        if (schema.isPresent()) {
            return Optional.of(new HeldText(shown, new SchemaSelection(schema.get(), lastWord), partial));
        }
        return partial == Partial.DISCARDED
                ? Optional.of(new HeldText(shown, HeldText.Selection.ALL, partial))
                : Optional.empty();
    }

    private static String whole(Session session) {
        return session.isSaved() ? "all of it is in session " + session.id() : "";
    }

    /** What may be the reason when a service refuses the question. */
    Optional<String> remark() {
        return schema.map(
                given -> "it may not take this schema, or none at all; without --schema the question goes as it is");
    }

    /** Where what is shown of the answer is written. */
    AnswerText text(Context context, Choice choice, Dialogue dialogue, LastWord lastWord) {
        return switch (form) {
            case JSON -> {
                Origin origin = origin(choice, dialogue);
                yield lastWord.ending(JsonAnswer.from(origin).on(context.out()), origin);
            }
            case JSONL -> {
                Origin origin = origin(choice, dialogue);
                yield lastWord.ending(JsonLines.from(origin).on(context.out()), origin);
            }
            case TEXT, MARKDOWN ->
                (schema.isPresent() || code.isPresent() ? Document.FORM : context.form()).on(context.out());
        };
    }

    private static Origin origin(Choice choice, Dialogue dialogue) {
        Session session = dialogue.session();
        return new Origin(
                choice.model(),
                choice.provider(),
                () -> session.isSaved() ? session.id() : "",
                dialogue.model().terms()::dollars);
    }
}
