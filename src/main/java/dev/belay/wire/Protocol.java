package dev.belay.wire;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Prompt;

/** One API's wire shape, free of input and output. */
public interface Protocol {

    /** The request that asks the prompt. */
    Post post(Prompt prompt);

    /** How its answers are cut into frames. */
    default Framing framing() {
        return Framing.EVENTS;
    }

    /** A decoder for one answer. */
    Decoder decoder();

    /** What a response that is no success means. */
    Failed refused(Refusal refusal);

    /** Text from the far side without what is secret in it, should it be repeated there. */
    String hide(String text);
}
