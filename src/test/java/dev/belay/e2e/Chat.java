package dev.belay.e2e;

import java.util.regex.Pattern;

/** belay's REPL in a terminal, with the words of a person who talks to it. One thread. */
record Chat(TerminalSession terminal, StreamServer server) {
    static final String STOPPED = "⏹ interrupted";
    static final Pattern STOPPED_LINE = Pattern.compile("⏹ interrupted · ~?[0-9.,]+k? tokens? · [0-9.]+ (ms|s|min).*");

    static Chat begin(Stage stage, String... arguments) {
        return new Chat(stage.repl(arguments), stage.server());
    }

    /** Types a message, sends it, and waits until it has reached the server. */
    Exchange ask(String message) {
        terminal.enter(message);
        return server.awaitRequest();
    }

    /** Begins an answer and waits until its text is on the screen. */
    Exchange answering(String message, String text) {
        Exchange exchange = ask(message).begin();
        for (String word : text.split("(?<= )")) {
            exchange.token(word);
        }
        terminal.awaitText(text.strip());
        return exchange;
    }

    /** A whole turn that ends well. */
    void converse(String message, String text) {
        answering(message, text).done();
        terminal.awaitPrompt();
    }

    /** Enters a command, and waits until it has said this. */
    void command(String line, String said) {
        terminal.enter(line);
        terminal.awaitText(said);
        terminal.awaitPrompt();
    }

    /** Presses a key that stops, and waits for the one line that says so and for the prompt. */
    void stopWith(String key) {
        long before = stops();
        terminal.press(key);
        terminal.awaitScreen(s -> s.count(STOPPED) > before, "the line that says interrupted");
        terminal.awaitPrompt();
    }

    void stop() {
        stopWith(Keys.CTRL_C);
    }

    long stops() {
        return terminal.look(s -> s.count(STOPPED));
    }

    /** The line of the last stop. */
    String stopLine() {
        return terminal.look(
                s -> s.lines().stream().filter(line -> line.contains(STOPPED)).reduce("", (first, second) -> second));
    }
}
