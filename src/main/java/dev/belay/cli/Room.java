package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.chat.ByteSize;
import dev.belay.chat.Message;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Question;
import dev.belay.config.ModelFacts;
import dev.belay.config.Tuning;
import dev.belay.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much text a model can be sent. Its context is in the table of models, which is read when something asks; how many bytes
 * a token has depends on the text. So there are two limits: what is beyond the one never fits, what is within the other nearly
 * always does. Lives on the main thread.
 */
final class Room {

    /** The most that is sent at all: requests are made in memory, and the largest known context has 2 million tokens. */
    static final int MOST = 20_000_000;

    /** Prose has four to five, and only blanks and rules of dashes have more than six. */
    private static final int BYTES_OF_LONG_TOKENS = 6;

    /** Logs have two: numbers, times and identifiers. */
    private static final int BYTES_OF_SHORT_TOKENS = 2;

    /** When text has to be cut for a model that is not known, it is taken for one of the usual size. */
    private static final long USUAL_CONTEXT = 128_000;

    /** For the answer, where its greatest length is not known or is more. */
    private static final int SHARE_OF_ANSWER = 4;

    /** About what a picture counts; a page of a document, too. */
    private static final long TOKENS_OF_PICTURE = 2_000;

    private final Models models;
    private final Choice choice;
    private final Tuning tuning;
    private final Session session;
    private @Nullable Optional<ModelFacts> facts;

    Room(Models models, Choice choice, Tuning tuning, Session session) {
        this.models = models;
        this.choice = choice;
        this.tuning = tuning;
        this.session = session;
    }

    /** The bytes of text beyond which nothing fits. */
    long most() {
        OptionalLong context = context();
        return context.isEmpty()
                ? MOST
                : Math.min(MOST, BYTES_OF_LONG_TOKENS * (context.getAsLong() - answer(context.getAsLong())));
    }

    /** The bytes of text that fit, but for unusual text. */
    long safe() {
        long context = context().orElse(USUAL_CONTEXT);
        return Math.min(MOST, BYTES_OF_SHORT_TOKENS * (context - answer(context)));
    }

    /** Tokens that the answer needs. */
    private long answer(long context) {
        long share = context / SHARE_OF_ANSWER;
        OptionalLong wanted = tuning.of(choice.name()).maxTokens();
        OptionalLong longest = facts().isPresent() ? facts().get().output() : OptionalLong.empty();
        return Math.min(share, Math.min(wanted.orElse(share), longest.orElse(share)));
    }

    private OptionalLong context() {
        return facts().isPresent() ? facts().get().context() : OptionalLong.empty();
    }

    private Optional<ModelFacts> facts() {
        if (facts == null) {
            facts = models.facts(choice);
        }
        return facts;
    }

    /** The bytes of all that is sent besides what is piped in: words, files, system prompt, conversation. */
    long taken(String words, List<Attachment> files) {
        long taken = length(session.heading().system());
        for (Message message : session.messages(Question.of(words, files))) {
            taken += length(message.text());
            for (Attachment file : message.attachments()) {
                boolean isText = file.kind() == Attachment.Kind.TEXT;
                taken += isText ? file.content().length : BYTES_OF_SHORT_TOKENS * TOKENS_OF_PICTURE;
            }
        }
        return taken;
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param there how much is piped in, as far as is known */
    ProblemException refuses(long there, long besides) {
        String more =
                besides > MOST / 1_000 ? ", beside " + ByteSize.words(besides) + " of files and conversation" : "";
        return tooLarge(
                "what is piped in",
                "at least " + ByteSize.words(there) + more,
                "--truncate head, tail or middle sends a part of it");
    }

    ProblemException refusesFiles(long there) {
        return tooLarge("the text of the files", ByteSize.words(there), "attach the part that matters");
    }

    private ProblemException tooLarge(String what, String size, String advice) {
        String limit = context().isPresent()
                ? "its context of " + context().getAsLong() + " tokens holds no more than " + ByteSize.words(most())
                : "belay sends no more than " + ByteSize.words(MOST) + " to a model whose limit it does not know";
        return ProblemException.file(
                what + " is too large for " + choice.name() + ": " + size + ", and " + limit, advice);
    }

    /** Nothing of what is piped in would be left. */
    ProblemException isFull() {
        return ProblemException.file(
                "files and conversation leave no room in " + choice.name() + " for what is piped in",
                "attach less, or begin a new session");
    }
}
