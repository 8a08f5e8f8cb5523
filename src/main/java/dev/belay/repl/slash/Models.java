package dev.belay.repl.slash;

import dev.belay.repl.Listing;
import dev.belay.repl.Offer;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists the models of the provider that is asked, or of another. */
final class Models implements SlashCommand {

    @Override
    public String name() {
        return "models";
    }

    @Override
    public String argument() {
        return "[FILTER]";
    }

    @Override
    public String summary() {
        return "list the models that can be asked; PROVIDER/ lists another's";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return repl.models().known(repl.dialogue().model()).stream()
                .filter(name -> name.endsWith("/"))
                .map(Suggestion::new)
                .toList();
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Listing listing = repl.models().listing(argument, repl.dialogue().model());
        Optional<List<Offer>> all = repl.stoppable().fetch(listing.errand());
        if (all.isEmpty()) {
            repl.notice("stopped");
            return;
        }
        List<Offer> chosen = listing.chosen(all.get());
        if (chosen.isEmpty()) {
            repl.notice(listing.nothing(all.get()));
        } else {
            repl.print(chosen);
        }
    }
}
