package dev.belay.guide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Where requests come in: knows the paths, the methods and the errors. */
final class Desk implements HttpHandler {
    private static final String BASE = "/v1";
    private static final String CHAT = BASE + "/chat/completions";
    private static final String MODELS = BASE + "/models";

    /** Sends an answer on the thread of its request, and minds whether the reader stays. */
    interface Courier {
        void deliver(Delivery delivery, Ask ask) throws IOException;
    }

    /** The manual is read and indexed with the first question, not at the start of the program. */
    private static final class Read {
        static final Answers ANSWERS = new Answers(new Manual());
    }

    private final JsonFactory json = new JsonFactory();
    private final Pace pace;
    private final Courier courier;

    Desk(Pace pace, Courier courier) {
        this.pace = pace;
        this.courier = courier;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case CHAT -> onlyWith("POST", exchange, this::chat);
                case MODELS -> onlyWith("GET", exchange, this::models);
                default -> refuse(exchange, 404, "There is only " + CHAT + " and " + MODELS + " here.");
            }
        }
    }

    private void onlyWith(String method, HttpExchange exchange, HttpHandler handler) throws IOException {
        if (exchange.getRequestMethod().equals(method)) {
            handler.handle(exchange);
        } else {
            exchange.getResponseHeaders().set("Allow", method);
            refuse(exchange, 405, "This address takes " + method + " only.");
        }
    }

    private void chat(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, Ask.read(json, exchange.getRequestBody()));
        } catch (Ask.Malformed e) {
            refuse(exchange, 400, e.getMessage());
        }
    }

    private void answer(HttpExchange exchange, Ask ask) throws IOException {
        String text = Read.ANSWERS.to(ask.messages());
        List<String> tokens = Tokens.of(text);
        long now = System.currentTimeMillis();
        Chunks chunks = new Chunks(json, "chatcmpl-guide-" + now, now / 1000, ask.usage());
        if (ask.form() == Ask.Form.WHOLE) {
            reply(exchange, 200, chunks.whole(text, Usage.of(ask.messages(), tokens.size())));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        courier.deliver(new Delivery(tokens, chunks, exchange.getResponseBody(), pace), ask);
    }

    private void models(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            out.writeStartObject();
            out.writeStringField("id", Guide.MODEL);
            out.writeStringField("object", "model");
            out.writeStringField("owned_by", "belay");
        }
        reply(exchange, 200, bytes.toByteArray());
    }

    private void refuse(HttpExchange exchange, int status, String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeObjectFieldStart("error");
            out.writeStringField("message", message);
            out.writeStringField("type", "invalid_request_error");
        }
        reply(exchange, status, bytes.toByteArray());
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
