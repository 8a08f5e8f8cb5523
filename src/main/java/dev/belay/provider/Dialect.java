package dev.belay.provider;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.ProblemException;
import dev.belay.wire.Protocol;
import dev.belay.wire.Refusal;
import java.util.List;
import java.util.Map;

/** One API's wire shape at one endpoint: prompt to request, frames to signals. Pure; one file each. */
public interface Dialect extends Protocol {

    /** Where it is spoken. */
    Endpoint endpoint();

    /** The headers that say who asks, and in which version of the API. */
    Map<String, String> headers();

    /** Where the list of models is to be had. */
    String listUrl();

    /**
     * The names in a list of models, in the server's order.
     *
     * @param json the answer to {@code GET} {@link #listUrl}
     * @throws ProblemException when it is no such list
     */
    default List<String> models(String json) {
        return ModelList.names(json);
    }

    @Override
    default Failed refused(Refusal refusal) {
        return Refusals.read(refusal, endpoint());
    }

    @Override
    default String hide(String text) {
        return endpoint().hideKey(text);
    }
}
