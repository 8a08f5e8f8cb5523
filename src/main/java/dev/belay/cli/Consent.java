package dev.belay.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/** Asks the person at the terminal for a yes. */
final class Consent {

    private Consent() {}

    /** The terminal is still in the shell's mode: a line is read as it stands. */
    static boolean ask(String question, Context context) throws IOException {
        context.errors().own(question + " [y/N] ");
        String answer = new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), context.charset()))
                .readLine();
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }
}
