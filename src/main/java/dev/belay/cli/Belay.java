package dev.belay.cli;

import dev.belay.chat.OutputClosed;
import dev.belay.chat.ProblemException;
import dev.belay.config.BadParams;
import dev.belay.config.BadUrl;
import dev.belay.config.Environment;
import dev.belay.file.Reasons;
import dev.belay.repl.Interrupts;
import dev.belay.repl.Stopped;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command line: sorts the words, runs what they ask for, and turns every failure into a sentence and a code. */
public final class Belay {

    private final Context context;

    public Belay(Interrupts interrupts) {
        this.context = new Context(Environment.ofProcess(), Streams.ofProcess(), interrupts);
    }

    /** Runs the program; the only place where an exception becomes text. */
    public Exit run(String... words) {
        boolean debug = Arrays.asList(words).contains("--debug");
        try {
            return dispatch(words);
        } catch (ParameterException wrong) {
            Exit exit = usage(Objects.toString(wrong.getMessage(), "the options cannot be read"));
            // What there is instead is more than fits into the sentence.
            context.note("belay --help lists the options; -- before words that begin with - sends them");
            return exit;
        } catch (BadParams wrong) {
            return usage(wrong.sentence("-p "));
        } catch (UsageException wrong) {
            return usage(wrong.getMessage());
        } catch (BadUrl wrong) {
            return usage(wrong.getMessage());
        } catch (Stopped stopped) {
            return Exit.of(stopped.by());
        } catch (ProblemException e) {
            trace(e, debug);
            context.complain(e.problem().sentence());
            return Exit.of(e.problem().kind());
        } catch (IOException e) {
            trace(e, debug);
            return broken(e);
        } catch (RuntimeException | Error bug) {
            trace(bug, debug);
            context.complain("something broke inside belay: " + bug + (debug ? "" : "; --debug shows where"));
            return Exit.FAILED;
        }
    }

    /** Nobody reading any more is no failure; anything else a file or a terminal does is one. */
    private Exit broken(IOException e) {
        if (e instanceof OutputClosed) {
            return Exit.OUTPUT_CLOSED;
        }
        boolean tellsFile = e instanceof FileSystemException system && system.getFile() != null;
        context.complain(
                tellsFile
                        ? "cannot read or write " + ((FileSystemException) e).getFile() + ": " + Reasons.of(e)
                                + "; check who may"
                        : "it cannot be read or written: " + Reasons.of(e));
        return Exit.FAILED;
    }

    private static void trace(Throwable t, boolean debug) {
        if (debug) {
            t.printStackTrace();
        }
    }

    private Exit usage(String message) {
        context.complain(message.replaceAll("\\s*\\R\\s*", " "));
        return Exit.USAGE;
    }

    private Exit dispatch(String[] given) throws IOException {
        String[] words = AttachedValues.spelledOut(given);
        Optional<Subcommand> command = firstWord(words);
        CommandSpec spec = command.isPresent() ? command.get().spec() : OptionTable.root();
        ParseResult parsed = OptionTable.parser(spec).parseArgs(words);
        Options options = new Options(parsed);
        context.listen(options);
        if (options.is("-h")) {
            context.print(command.isPresent() ? HelpText.of(command.get()) : HelpText.of());
            return Exit.COMPLETE;
        }
        if (options.is("-V")) {
            context.print("belay " + Version.get() + "\n");
            return Exit.COMPLETE;
        }
        if (command.isPresent()) {
            List<String> all = parsed.matchedPositionalValue(0, List.of());
            return command.get().run(all.subList(1, all.size()), options, context);
        }
        return ChatCommand.run(options, context);
    }

    /** The first word, if it names a command and is not sent as it is by {@code --}. */
    private static Optional<Subcommand> firstWord(String[] words) {
        int end = Arrays.asList(words).indexOf("--");
        String[] before = end < 0 ? words : Arrays.copyOf(words, end);
        for (String word : before) {
            if (Subcommand.named(word).isPresent()) {
                CommandSpec tolerant = OptionTable.root();
                CommandLine parser = OptionTable.parser(tolerant).setUnmatchedArgumentsAllowed(true);
                List<String> all = parser.parseArgs(before).matchedPositionalValue(0, List.of());
                boolean isFirst = !all.isEmpty() && all.get(0).equals(word);
                return isFirst ? Subcommand.named(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
