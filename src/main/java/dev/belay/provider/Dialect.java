package dev.belay.provider;

import dev.belay.chat.ProblemException;
import dev.belay.wire.Protocol;
import java.util.List;
import java.util.Map;

/** One API's wire shape at one endpoint: prompt to request, frames to signals. Pure; one file each. */
public interface Dialect extends Protocol {

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
    List<String> models(String json);
}
