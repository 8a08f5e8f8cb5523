package dev.belay.cli;

import dev.belay.session.Session;
import dev.belay.view.AnswerText;
import dev.belay.view.code.ExtractedCode;

/** What {@code -x} asks for: the code of the answer instead of the answer. An answer without any is a failure. */
final class Extraction {

    private final Context context;
    private final ExtractedCode code;

    private Extraction(Context context, ExtractedCode code) {
        this.context = context;
        this.code = code;
    }

    /** Whether it is asked for. */
    static boolean isWanted(Options options) {
        return options.text("-x").isPresent();
    }

    /** @throws UsageException when something else is asked for that does not go with it */
    static void check(Options options, boolean repl) {
        if (isWanted(options) && repl) {
            throw new UsageException("-x prints the code of one answer and asks for nothing more; give it the words of a prompt");
        }
        if (isWanted(options) && !options.text("-o").orElse("text").equals("text")) {
            throw new UsageException("-x prints nothing but code, so -o " + options.text("-o").get() + " does not go with it");
        }
    }

    static Extraction of(Options options, Context context) {
        return new Extraction(context, new ExtractedCode(options.text("-x").get(), context.out()));
    }

    /** In place of what else would be shown. */
    AnswerText text() {
        return code;
    }

    /** How the program ends, when the answer ended so. */
    Exit exit(Exit answered, Session session) {
        if (code.lack().isEmpty()) {
            return answered;
        }
        String where = session.isSaved() ? "; all of it is in session " + session.id() : "";
        context.complain(code.lack() + where);
        return Exit.FAILED;
    }
}
