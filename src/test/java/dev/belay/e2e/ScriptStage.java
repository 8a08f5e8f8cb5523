package dev.belay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a shell script plays on: a folder to work in, usual programs, belay on the PATH, and a model that does what it is told
 * ({@code scripts/lib.sh} has its words). The server's threads answer.
 */
final class ScriptStage implements AutoCloseable {
    private static final List<String> TOOLS = List.of(
            "bash", "sh", "cat", "date", "env", "grep", "head", "jq", "kill", "ls", "mkfifo", "mv", "nohup", "printf",
            "rm", "sed", "setsid", "timeout", "tr", "wc", "xargs");

    private final Stage stage = new Stage();
    private final Path tools = stage.box().folder("tools");
    private final Queue<Exchange> held = new ConcurrentLinkedQueue<>();

    ScriptStage() {
        for (String tool : TOOLS) {
            Path program = Path.of("/usr/bin", tool);
            if (Files.isExecutable(program)) {
                link(tool, program);
            }
        }
        String own = stage.box().environment().get("PATH");
        String call = "'" + Image.launcher() + "' --base-url " + stage.server().baseUrl() + " -m test-model";
        program("belay", "PATH='" + own + "'\nexec " + call + " \"$@\"");
        stage.box()
                .set("PATH", tools.toString())
                .set("BELAY_PATH", own)
                .set("lib", script("lib.sh").toString())
                .set("launcher", Image.launcher())
                .set("url", stage.server().baseUrl());
        stage.server().answerAll(this::answer);
    }

    private void link(String tool, Path program) {
        try {
            Files.createSymbolicLink(tools.resolve(tool), program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a program on the PATH. */
    void program(String name, String script) {
        Path file = tools.resolve(name);
        try {
            Files.writeString(file, "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the test's scripts. */
    static Path script(String name) {
        URL found = ScriptStage.class.getResource("scripts/" + name);
        if (found == null) {
            throw new AssertionError("there is no script " + name);
        }
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(Exchange exchange) {
        String asked = exchange.request().lastUserText();
        switch (asked) {
            case "hang" -> {
                held.add(exchange);
                exchange.begin().token("one ").token("two ");
            }
            case "flood" -> {
                held.add(exchange);
                exchange.begin().flood();
            }
            case "refuse" ->
                exchange.respond("400 Bad Request", "application/json", "{\"error\":{\"message\":\"not today\"}}");
            case "code" ->
                exchange.begin()
                        .token("Look:\n\n```sh\necho hello from the ")
                        .token("code\n```\n\n```py\nprint('hi')\n```\nDone.")
                        .done();
            default -> say(asked.startsWith("say ") ? asked.substring(4) : asked, exchange.begin());
        }
    }

    private static void say(String words, Exchange exchange) {
        words.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        exchange.done();
    }

    /** Runs a script to its end. */
    Run run(String shell, Path script) {
        return stage.run(List.of(shell, script.toString()));
    }

    Run run(String shell, String words) {
        return stage.run(List.of(shell, "-c", words));
    }

    /** Waits until the model is stopped wherever it was held up. */
    void awaitAllStopped() {
        held.forEach(Exchange::awaitGone);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        stage.close();
    }
}
