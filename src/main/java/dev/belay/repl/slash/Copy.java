package dev.belay.repl.slash;

import dev.belay.chat.Blanks;
import dev.belay.chat.ByteSize;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Round;
import dev.belay.repl.Repl;
import dev.belay.repl.tty.Clipboard;
import dev.belay.view.code.CodeBlock;
import dev.belay.view.code.CodeBlocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Copies the last answer as the model wrote it, or a block of code out of it. */
final class Copy implements SlashCommand {

    private static final String CODE = "code";

    /** What is copied, and what it is called. */
    private record Piece(String text, String name) {}

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String argument() {
        return "[code [N]]";
    }

    @Override
    public String summary() {
        return "copy the last answer, or its last or Nth block of code";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        return List.of(new Suggestion(CODE, "the last block of code"));
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Optional<String> answer = lastAnswer(repl);
        if (answer.isEmpty()) {
            repl.notice("there is no answer to copy");
            return;
        }
        Piece piece = argument.isEmpty() ? new Piece(answer.get(), "the last answer") : code(argument, answer.get());
        if (piece.text().isEmpty()) {
            repl.notice(piece.name() + " is empty");
        } else {
            copy(piece, repl);
        }
    }

    private static Optional<String> lastAnswer(Repl repl) {
        List<Round> rounds = repl.dialogue().session().conversation().rounds();
        for (int i = rounds.size() - 1; i >= 0; i--) {
            if (!Blanks.isBlank(rounds.get(i).answer())) {
                return Optional.of(rounds.get(i).answer());
            }
        }
        return Optional.empty();
    }

    private static Piece code(String argument, String answer) {
        String[] words = argument.split("\\s+");
        if (!words[0].equals(CODE) || words.length > 2 || words.length == 2 && !words[1].matches("[1-9]\\d{0,5}")) {
            throw ProblemException.file(
                    "/copy takes nothing, or code, or code and a number", "/copy code 2 copies the second block");
        }
        List<CodeBlock> blocks = CodeBlocks.in(answer);
        if (blocks.isEmpty()) {
            throw ProblemException.file("there is no block of code in the last answer", "/copy copies all of it");
        }
        if (words.length == 1) {
            String name = blocks.size() == 1 ? "the block of code" : "the last of " + blocks.size() + " blocks of code";
            return new Piece(blocks.get(blocks.size() - 1).code(), name);
        }
        int number = Integer.parseInt(words[1]);
        if (number > blocks.size()) {
            String count = blocks.size() == 1 ? "only one block" : "only " + blocks.size() + " blocks";
            throw ProblemException.file("there is no block " + number, "the last answer has " + count + " of code");
        }
        return new Piece(blocks.get(number - 1).code(), "the " + ordinal(number) + " block of code");
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        String ending = number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
        return number + (teen ? "th" : ending);
    }

    private static void copy(Piece piece, Repl repl) throws IOException {
        Clipboard clipboard = repl.clipboard();
        Optional<String> program = repl.stoppable().work(() -> clipboard.system(piece.text()));
        Optional<String> sequence = clipboard.hasTerminal() ? clipboard.sequence(piece.text()) : Optional.empty();
        String what = piece.name() + ", " + lines(piece.text());
        if (sequence.isPresent()) {
            repl.print(sequence.get());
            repl.notice(
                    program.isPresent()
                            ? "copied " + what + ", with " + program.get() + " and through the terminal (OSC 52)"
                            : "copied " + what + ", through the terminal (OSC 52), if it lets that happen");
        } else if (program.isPresent()) {
            repl.notice("copied " + what + ", with " + program.get());
        } else {
            throw ProblemException.file(
                    "not copied: " + (clipboard.hasTerminal() ? tooLong(piece) : "this terminal has no clipboard"),
                    "wl-copy, xclip or xsel would do it where there is a desktop; /export FILE writes a file");
        }
    }

    private static String tooLong(Piece piece) {
        int bytes = piece.text().getBytes(StandardCharsets.UTF_8).length;
        return ByteSize.words(bytes) + " are more than a terminal takes";
    }

    private static String lines(String text) {
        long lines = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
                .lines()
                .count();
        return lines == 1 ? "1 line" : lines + " lines";
    }
}
