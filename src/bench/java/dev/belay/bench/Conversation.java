package dev.belay.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A chat in a terminal whose answers are all stopped; one thread. */
final class Conversation implements AutoCloseable {

    private static final String CTRL_C = "\003";

    /** A letter that no escape sequence of the prompt holds. */
    private static final String FIRST_KEY = "Q";

    private static final String OTHER_KEYS = "uestion\r";

    private final AnswerServer server;
    private final Terminal terminal;

    private Conversation(AnswerServer server, Terminal terminal) {
        this.server = server;
        this.terminal = terminal;
    }

    static Conversation begin(Stage stage) throws Exception {
        Terminal terminal = Terminal.start(stage.home(), stage.stoppable());
        terminal.firstPrompt().at();
        Conversation conversation = new Conversation(stage.server(), terminal);
        conversation.typeFirstKey();
        return conversation;
    }

    /** Sends the message that was begun, and returns when the server has it. */
    Connection ask(AnswerServer.Script script) throws Exception {
        CompletableFuture<Connection> asked = server.answer(script);
        terminal.press(OTHER_KEYS);
        return asked.get(10, TimeUnit.SECONDS);
    }

    /** The same, and returns when this text of the answer has been drawn. */
    Connection ask(AnswerServer.Script script, String text) throws Exception {
        Sighting drawn = terminal.watch(text);
        Connection connection = ask(script);
        drawn.at();
        return connection;
    }

    /** Presses Ctrl-C, and begins the next message as soon as the prompt is there. */
    Stop stop(Connection connection) throws Exception {
        Sighting prompt = terminal.watchPrompt();
        long pressed = terminal.press(CTRL_C);
        long drawn = prompt.at();
        double echo = typeFirstKey();
        long left = connection.left().get(10, TimeUnit.SECONDS);
        return new Stop((left - pressed) / 1e6, (drawn - pressed) / 1e6, echo, pressed);
    }

    private double typeFirstKey() throws Exception {
        Sighting echo = terminal.watch(FIRST_KEY);
        long typed = terminal.press(FIRST_KEY);
        return (echo.at() - typed) / 1e6;
    }

    @Override
    public void close() {
        terminal.close();
    }
}
