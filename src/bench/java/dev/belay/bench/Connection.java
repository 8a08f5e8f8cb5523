package dev.belay.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * A client's connection.
 *
 * @param socket the server's end
 * @param left completes when the client has left, with the instant at which the server was told
 * @param held completes when an answer that is held back may end
 */
record Connection(Socket socket, CompletableFuture<Long> left, CompletableFuture<Void> held) {

    Connection(Socket socket) {
        this(socket, new CompletableFuture<>(), new CompletableFuture<>());
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Writes the end of an answer once it may. */
    void endWhenReleased() throws IOException {
        held.join();
        out().write(Answer.END);
    }

    void write(AnswerServer.Script script) {
        try {
            script.answer(this);
        } catch (IOException gone) {
            // The client has left: its own thread says when.
        }
    }
}
