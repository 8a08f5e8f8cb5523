package dev.belay.cli;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.function.ToIntFunction;

/** Counts tokens as OpenAI's models do. Heavy: its vocabulary takes half a second to load and 40 MB to keep. */
final class OpenAiTokens {

    private OpenAiTokens() {}

    /** Whether a model is one of OpenAI's, at OpenAI or elsewhere. */
    static boolean areUsedBy(String provider, String model) {
        String name = model.startsWith("openai/") ? model.substring("openai/".length()) : model;
        return provider.equals("openai")
                || provider.equals("azure-openai")
                || name.startsWith("gpt-") && !name.startsWith("gpt-oss")
                || name.startsWith("chatgpt-")
                || name.matches("o[134](-.*)?");
    }

    /** A counter for this model; loads the vocabulary if it is not there yet. */
    static ToIntFunction<String> counter(String model) {
        boolean old = model.matches("(.*/)?gpt-(3\\.?5|4)(-.*)?");
        Encoding encoding = old ? Old.ENCODING : Current.ENCODING;
        return encoding::countTokensOrdinary;
    }

    /** Up to GPT-4. */
    private static final class Old {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }

    /** Since GPT-4o. */
    private static final class Current {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
