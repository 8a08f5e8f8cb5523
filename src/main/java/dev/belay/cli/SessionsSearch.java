package dev.belay.cli;

import dev.belay.repl.tty.Width;
import dev.belay.session.SessionFilter;
import dev.belay.session.search.Found;
import dev.belay.session.search.SearchWords;
import dev.belay.session.search.SessionSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Searches the saved conversations, and prints what is found as it is found. */
final class SessionsSearch {

    /** What stands before an excerpt on a terminal. */
    private static final int BEFORE = 14;

    private static final int USUAL_AROUND = 160;
    private static final int LEAST_AROUND = 40;

    private final OutputForm form;
    private final FoundText text;
    private final int most;
    private final Context context;
    private int sessions;
    private boolean isMore;

    private SessionsSearch(OutputForm form, FoundText text, int most, Context context) {
        this.form = form;
        this.text = text;
        this.most = most;
        this.context = context;
    }

    static Exit run(List<String> words, Options options, Context context) throws IOException {
        SearchWords wanted = new SearchWords(words);
        if (wanted.isEmpty()) {
            throw new UsageException("sessions search: say what to search for after it");
        }
        OutputForm form = OutputForm.of(options);
        SessionsOptions given = new SessionsOptions(options);
        boolean forPerson = context.out().isTerminal() && !form.isForPrograms();
        SessionFilter filter = given.filter("");
        int around = forPerson ? Math.max(LEAST_AROUND, Width.OUTPUT.getAsInt() - BEFORE) : USUAL_AROUND;
        SessionsSearch search = new SessionsSearch(
                form,
                FoundText.in(form, forPerson, wanted, context.outStyle()),
                given.most(forPerson ? SessionsList.USUAL : Integer.MAX_VALUE),
                context);
        return search.run(
                new SessionSearch(SessionsFolder.of(context).store(), wanted, filter, around), options.is("-q"));
    }

    private Exit run(SessionSearch search, boolean quiet) throws IOException {
        search.run(this::take);
        context.print(text.end(), form);
        if (!quiet && isMore) {
            context.note("the newest " + sessions + " in which it is found; -n COUNT shows more, -n 0 all");
        } else if (!quiet && sessions == 0) {
            context.note("nothing is found");
        }
        return sessions > 0 ? Exit.COMPLETE : Exit.FAILED;
    }

    private boolean take(List<Found> all) throws IOException {
        List<Found> shown = new ArrayList<>();
        for (Found found : all) {
            if (!found.failure().isEmpty()) {
                context.warn("session " + found.id() + " cannot be read: " + found.failure());
            } else if (sessions == most) {
                isMore = true;
            } else {
                sessions++;
                shown.add(found);
            }
        }
        StringBuilder printed = new StringBuilder();
        for (Found found : shown) {
            text.add(found, printed);
        }
        context.print(printed.toString(), form);
        return !isMore;
    }
}
