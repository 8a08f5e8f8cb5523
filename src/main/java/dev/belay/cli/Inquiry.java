package dev.belay.cli;

import dev.belay.chat.Errand;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.ProblemException;
import dev.belay.wire.Failures;
import dev.belay.wire.Fetch;
import dev.belay.wire.Http;
import dev.belay.wire.Refusal;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One attempt to learn something from a provider beside the conversation.
 *
 * @param url what is asked, for messages
 * @param fetch the request
 * @param refused says why there is no answer
 * @param read understands the answer, or throws a {@link ProblemException}
 */
record Inquiry<T>(String url, Fetch fetch, Function<Refusal, Failed> refused, Function<String, T> read)
        implements Errand.Attempt<T> {

    @Override
    public Outcome fetch(Consumer<T> taker) {
        try {
            Http.Fetched fetched = fetch.get();
            if (fetched.refusal() != null) {
                return refused.apply(fetched.refusal());
            }
            if (fetched.body().stripLeading().startsWith("<")) {
                return Failures.page(fetched.body(), url);
            }
            taker.accept(read.apply(fetched.body()));
            return new Complete("fetched");
        } catch (ProblemException unreadable) {
            return new Failed(unreadable.problem(), Retry.NEVER);
        } catch (IOException broken) {
            return Failures.beforeAnswer(broken, url);
        }
    }

    @Override
    public void cancel() {
        fetch.cancel();
    }
}
