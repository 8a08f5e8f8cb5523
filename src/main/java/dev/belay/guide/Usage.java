package dev.belay.guide;

import java.util.List;

/** How many tokens went in and out; the guide's tokens are words. */
record Usage(int prompt, int completion) {
    static Usage of(List<Spoken> messages, int completion) {
        int prompt = 0;
        for (Spoken message : messages) {
            prompt += Tokens.of(message.text()).size();
        }
        return new Usage(prompt, completion);
    }
}
