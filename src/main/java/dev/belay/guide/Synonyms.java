package dev.belay.guide;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Words that people use for one another when they ask about a chat client. */
final class Synonyms {
    private static final String[] GROUPS = {
        "quit leave exit close bye logout",
        "stop abort cancel interrupt halt kill",
        "save keep store lost lose persist remember",
        "key password secret credential login account",
        "key token",
        "money cost bill charge pay price expensive spend cheap",
        "chat conversation session dialogue talk transcript",
        "answer reply response",
        "model llm ai gpt",
        "provider service vendor",
        "delete remove forget erase wipe",
        "resume continue rest",
        "several multiline multi-line multi multiple newline",
        "input type prompt message",
        "color colour style styling",
        "file folder directory path location",
        "attach attachment upload",
        "picture image photo screenshot",
        "error fail failure problem trouble issue",
        "slow hang stuck freeze wait forever nothing",
        "timeout time-out limit duration",
        "pipe stdin stdout script pipeline",
        "busy overloaded 429 quota exceeded throttle rate",
        "wrong invalid bad refused incorrect rejected",
        "openai chatgpt",
        "shell bash zsh fish",
        "retry again repeat regenerate resend",
        "undo revert",
        "local offline ollama",
        "private privacy",
        "see read",
        "incognito trace",
        "server endpoint url address",
        "connect network internet reach",
        "setup install connect configure",
        "config configuration setting configure",
        "system persona role instruction behave",
        "begin start first",
        "clear reset new fresh",
        "history previous earlier recall",
        "last yesterday previous old",
        "change switch choose select pick",
        "odd broken strange garbled weird mess",
        "paste clipboard",
        "safe safety secure security dangerous malicious",
        "half partial cut truncate",
        "argument option flag switch",
        "crash power damage corrupt",
        "long big large",
    };

    private final Map<String, Set<String>> byStem = new HashMap<>();

    Synonyms() {
        for (String group : GROUPS) {
            String[] words = group.split(" ");
            for (String word : words) {
                Set<String> others = byStem.computeIfAbsent(Words.stem(word), stem -> new LinkedHashSet<>());
                for (String other : words) {
                    others.add(Words.stem(other));
                }
            }
        }
    }

    /** The stem's companions, itself included or not. */
    Set<String> of(String stem) {
        return byStem.getOrDefault(stem, Set.of());
    }
}
