package dev.belay.cli;

import dev.belay.cli.CallTable.Call;
import dev.belay.cli.man.Page;
import dev.belay.cli.man.Page.Entry;
import dev.belay.cli.man.Page.Group;
import dev.belay.cli.man.Page.Part;
import dev.belay.guide.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** The pages for {@code man}, one for the program and one for each subcommand, from the tables of the help and the manual. */
public final class ManPages {

    private final Manual manual = new Manual();

    private ManPages() {}

    /** Writes all of them into a folder; the build calls it. */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Page page : all()) {
            Files.writeString(folder.resolve(page.name() + ".1"), page.roff(Version.get()));
        }
    }

    static List<Page> all() {
        ManPages pages = new ManPages();
        List<Page> all = new ArrayList<>(List.of(pages.program()));
        for (Subcommand command : Subcommand.values()) {
            all.add(pages.of(command));
        }
        return all;
    }

    private Page program() {
        List<String> related = new ArrayList<>();
        StringBuilder commands = new StringBuilder("| command | does |\n|---|---|\n");
        for (Subcommand command : Subcommand.values()) {
            commands.append("| `")
                    .append(call(command))
                    .append("` | ")
                    .append(command.summary())
                    .append(" |\n");
            related.add(name(command));
        }
        List<Part> parts = List.of(
                new Part("Commands", commands.toString()),
                part("stopping", "Stopping an answer with Ctrl-C"),
                part("scripts", "Exit codes"),
                part("files", "Files, folders and their modes"),
                part("files", "Environment variables"));
        return new Page(
                "belay",
                HelpText.SUMMARY,
                said(CallTable.calls()),
                Stream.of(OptionGroup.values())
                        .map(group -> new Group(group.heading(), entries(group.options())))
                        .toList(),
                parts,
                said(CallTable.examples()),
                related);
    }

    private Page of(Subcommand command) {
        List<Part> parts = new ArrayList<>();
        for (String topic : manual.topics()) {
            for (String heading : manual.headings(topic)) {
                if (explains(heading, command)) {
                    parts.add(part(topic, heading));
                }
            }
        }
        String summary = command.summary().substring(0, command.summary().length() - 1);
        List<Entry> own = entries(command.ownOptions());
        return new Page(
                name(command),
                summary,
                said(CallTable.calls(command)),
                own.isEmpty() ? List.of() : List.of(new Group("", own)),
                parts,
                said(CallTable.examples(command)),
                List.of("belay"));
    }

    private static boolean explains(String heading, Subcommand command) {
        return switch (command) {
            case MODELS -> heading.equals("Listing models");
            case COMPLETION -> heading.equals("Completion in the shell");
            default -> heading.matches(".*\\bbelay " + command.word() + "\\b.*");
        };
    }

    private Part part(String topic, String heading) {
        return new Part(heading, manual.section(topic, heading).orElseThrow());
    }

    private static String name(Subcommand command) {
        return "belay-" + command.word();
    }

    private static String call(Subcommand command) {
        return "belay " + command.word() + " " + command.argument();
    }

    private static List<Entry> said(List<Call> calls) {
        return calls.stream()
                .map(call -> new Entry(call.words(), call.meaning()))
                .toList();
    }

    private static List<Entry> entries(List<OptionSpec> options) {
        List<Entry> entries = new ArrayList<>();
        for (OptionSpec option : options) {
            if (!option.hidden()) {
                entries.add(new Entry(HelpText.names(option).strip(), option.description()[0]));
            }
        }
        return entries;
    }
}
