package dev.belay.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every option of the program, once: parsing and help read this table. Built by hand, which starts 50 ms sooner. */
final class OptionTable {

    private OptionTable() {}

    /** The command without its subcommands. */
    static CommandSpec root() {
        CommandSpec spec = CommandSpec.create().name("belay");
        model(spec);
        question(spec);
        answer(spec);
        conversation(spec);
        behaviour(spec);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("PROMPT")
                .arity("0..*")
                .type(java.util.List.class)
                .auxiliaryTypes(String.class)
                .description("The message; its words are joined by blanks.")
                .build());
        return spec;
    }

    static void model(CommandSpec spec) {
        text(spec, "[PROVIDER/]MODEL", "The model to ask.", "-m", "--model");
        text(spec, "URL", "Ask the server at this base URL.", "--base-url");
        text(spec, "NAME", "What it speaks: chat (the default), responses, anthropic, gemini, ollama.", "--dialect");
        text(spec, "NUMBER", "How freely words are chosen, such as 0.7.", "-t", "--temperature");
        text(spec, "COUNT", "The longest answer, in tokens.", "--max-tokens");
        text(spec, "EFFORT", "How much to think, such as low or high.", "--reasoning");
    }

    static void question(CommandSpec spec) {
        texts(spec, "PATH", "Attach this file, of any number; - is what is piped in.", "-f", "--file");
        text(spec, "TEXT|@FILE", "The system prompt.", "-s", "--system");
        text(spec, "NAME", "Play this role, of the config or a file; - for none.", "-r", "--role");
        texts(spec, "NAME=VALUE", "Give a variable of the role this value; @FILE reads it.", "-p", "--param");
        text(
                spec,
                "PART",
                "Cut piped text that is too long: head keeps its begin, tail its end, middle both ends.",
                "--truncate");
    }

    static void answer(CommandSpec spec) {
        text(spec, "FORM", "How an answer is written: markdown, text, json or jsonl.", "-o", "--output");
        text(
                spec,
                "[=LANG]",
                "Print the first block of code only; -xLANG: the first in that language.",
                "-x",
                "--extract");
        text(spec, "FILE", "Take only JSON that follows this JSON schema.", "--schema");
        text(spec, "WHAT", "keep or discard an answer that is stopped.", "--on-interrupt");
        text(spec, "DURATION", "Stop after this time, such as 30s or 2m.", "--timeout");
        text(spec, "DURATION", "Give up after this much silence (60s, 5m to the first byte).", "--idle-timeout");
    }

    static void conversation(CommandSpec spec) {
        flag(spec, "Chat, beginning with PROMPT.", "-i", "--interactive");
        flag(spec, "Go on with the last session.", "-c", "--continue");
        text(spec, "ID", "Go on with this session; its first letters or its title do.", "--session");
        flag(spec, "Keep nothing on disk.", "--no-save");
    }

    static void behaviour(CommandSpec spec) {
        flag(spec, "Say nothing but the answer and errors.", "-q", "--quiet");
        text(spec, "WHEN", "Colours: auto, always or never.", "--color");
        flag(spec, "Say what is sent where, and show stack traces.", "--debug");
        flag(spec, "Print the version.", "-V", "--version");
        flag(spec, "Print this help.", "-h", "--help");
    }

    static void text(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(description)
                .build());
    }

    /** An option that may be given several times, each with one value. */
    static void texts(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .paramLabel(label)
                .arity("1")
                .type(java.util.List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build());
    }

    static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build());
    }

    /** A parser that takes words as words, no argument files and no variables; of an option given twice the last counts. */
    static CommandLine parser(CommandSpec spec) {
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(true);
    }
}
