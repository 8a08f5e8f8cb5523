package dev.belay.cli;

import dev.belay.export.Export;
import dev.belay.export.Manuscript;
import dev.belay.view.Output;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Shows a saved conversation, the last one unless another is named: on a terminal as it was, elsewhere as Markdown. */
final class SessionsShow {

    static final List<String> FORMS = List.of("markdown", "text", "json", "html");

    private SessionsShow() {}

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        String form = options.oneOf("-o", FORMS);
        context.preferences();
        Manuscript manuscript = SavedConversation.of("show", String.join(" ", words), context);
        Optional<Output> screen = context.screen();
        boolean isForReading = form.equals("markdown") || form.equals("text");
        if (isForReading && screen.isPresent()) {
            new Playback(screen.get(), context.renderedForm(), context.outStyle()).show(manuscript);
        } else {
            SessionsExport.print(Export.named(form).orElse(Export.MARKDOWN), manuscript, context);
        }
        return Exit.COMPLETE;
    }
}
