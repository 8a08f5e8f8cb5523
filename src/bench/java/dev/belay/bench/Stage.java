package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark plays on: a home of its own, and a server that answers. */
record Stage(Home home, AnswerServer server) {

    /** The command line of belay with the server as its model. */
    List<String> belay(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.launcher(), "--base-url", server.baseUrl(), "-m", "test-model"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same for a program that is to be stopped: a build in the background has Ctrl-C ignored, and children inherit that. */
    List<String> stoppable(String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal"));
        command.addAll(belay(arguments));
        return command;
    }

    /** curl that sends what belay has sent last. */
    List<String> curl() {
        return List.of(
                "curl",
                "-sN",
                "-H",
                "Content-Type: application/json",
                "-H",
                "Accept: text/event-stream",
                "-d",
                server.lastBody(),
                server.baseUrl() + "/chat/completions");
    }
}
