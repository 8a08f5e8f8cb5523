package dev.belay.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what the guide answers in a conversation; the same conversation always gets the same answer. */
final class Answers {
    private static final String INTRODUCTION =
            "I am belay's built-in guide, not a language model: I answer from the manual.\n\n";
    private static final String NOTHING = "I found nothing on that in the manual, and the manual is all I know.\n\n";
    private static final String WELCOME = """
            Ask me how belay works, for instance:

            - how do I stop an answer?
            - where are my chats saved?
            - what does exit code 130 mean?

            While I answer, press Ctrl-C: the answer stops, and `/continue` has the rest.

            """;
    private static final String CONNECT = """
            To talk to a real model, give belay one of these and start it again:

            - a key in the environment, for example `OPENAI_API_KEY`
            - a running Ollama on this machine
            - the address of a server: `belay --base-url URL -m MODEL`

            """;
    private static final List<String> GOING_ON =
            List.of("continue", "please continue", "go on", "carry on", "keep going");

    private final Manual manual;
    private final Search search;

    Answers(Manual manual) {
        this.manual = manual;
        this.search = new Search(manual.sections());
    }

    String to(List<Spoken> conversation) {
        return answer(conversation, conversation.size());
    }

    /** The answer to the conversation as it was before the message at {@code end}. */
    private String answer(List<Spoken> said, int end) {
        int asked = lastUser(said, end);
        String question = asked < 0 ? "" : said.get(asked).text();
        Optional<String> rest = asksToGoOn(question) ? rest(said, asked) : Optional.empty();
        return rest.isPresent() ? rest.get() : introduction(said, end) + fresh(question);
    }

    /** What was still to come of the answer just before {@code asked}, when that is one of the guide's, cut off. */
    private Optional<String> rest(List<Spoken> said, int asked) {
        if (asked == 0 || !said.get(asked - 1).byAssistant()) {
            return Optional.empty();
        }
        String whole = answer(said, asked - 1);
        String part = withoutNote(said.get(asked - 1).text());
        return part.length() < whole.length() && whole.startsWith(part)
                ? Optional.of(whole.substring(part.length()))
                : Optional.empty();
    }

    private String fresh(String question) {
        if (Words.stems(question).isEmpty()) {
            return WELCOME + topics() + CONNECT.strip();
        }
        return search.best(question).map(Answers::quote).orElseGet(this::nothing);
    }

    private String nothing() {
        return NOTHING + topics() + CONNECT.strip();
    }

    private static String quote(Section section) {
        return "## " + section.heading() + "\n\n" + section.body() + "\n\nThe whole page: `belay help "
                + section.topic() + "`";
    }

    private String topics() {
        return "The manual has these pages, each printed by `belay help TOPIC`: " + String.join(", ", manual.topics())
                + ".\n\n";
    }

    private static String introduction(List<Spoken> said, int end) {
        for (Spoken message : said.subList(0, end)) {
            if (message.byAssistant()) {
                return "";
            }
        }
        return INTRODUCTION;
    }

    private static int lastUser(List<Spoken> said, int end) {
        int at = end - 1;
        while (at >= 0 && !said.get(at).byUser()) {
            at--;
        }
        return at;
    }

    private static boolean asksToGoOn(String question) {
        String asked = question.strip().toLowerCase(Locale.ROOT);
        for (String phrase : GOING_ON) {
            if (asked.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** A client puts a note such as {@code [interrupted by the user]} behind what it kept of an answer. */
    private static String withoutNote(String text) {
        String kept = text.stripTrailing();
        int note = kept.lastIndexOf('[');
        boolean noted = note >= 0 && kept.endsWith("]") && kept.substring(note).contains("interrupted");
        return noted ? kept.substring(0, note).stripTrailing() : kept;
    }
}
