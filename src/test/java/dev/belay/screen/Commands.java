package dev.belay.screen;

import java.util.function.Consumer;

/** Does what a string sequence asks for: titles, links, the clipboard. One thread. */
final class Commands {
    private final Screen screen;
    private final Received received;
    private final Consumer<String> answers;

    Commands(Screen screen, Received received, Consumer<String> answers) {
        this.screen = screen;
        this.received = received;
        this.answers = answers;
    }

    void accept(int opening, String text) {
        if (opening != ']') {
            received.note(Effect.DEVICE_STRING);
            return;
        }
        int end = text.indexOf(';');
        String rest = text.substring(end + 1);
        switch (end < 0 ? text : text.substring(0, end)) {
            case "0", "1", "2" -> {
                received.note(Effect.TITLE);
                screen.title(rest);
            }
            case "8" -> {
                received.note(Effect.LINK);
                screen.pen().look(screen.pen().look().link(rest.substring(rest.indexOf(';') + 1)));
            }
            case "52" -> received.note(Effect.CLIPBOARD);
            case "4", "10", "11", "12" -> colour(text, rest);
            default -> received.note(Effect.OTHER_COMMAND);
        }
    }

    private void colour(String text, String rest) {
        if (rest.endsWith("?")) {
            received.note(Effect.QUERY);
            answers.accept("\033]" + text.substring(0, text.length() - 1) + "rgb:1616/1919/1f1f\033\\");
        } else {
            received.note(Effect.OTHER_COMMAND);
        }
    }
}
