package dev.belay.os;

import java.nio.file.Path;
import java.util.List;

/** The operating system below, as far as belay does one thing here and another one there. */
public enum Os {
    LINUX(List.of("vi", "nano"), "dumb"),
    MAC(List.of("vi", "nano"), "dumb"),
    /** Its console speaks as terminals elsewhere do, and has no variable that says so. */
    WINDOWS(List.of("notepad.exe"), "xterm-256color"),
    /** Any other one. */
    UNIX(List.of("vi", "nano"), "dumb");

    private static final Os CURRENT = named(System.getProperty("os.name", ""));

    private final List<String> editors;
    private final String terminalType;

    Os(List<String> editors, String terminalType) {
        this.editors = editors;
        this.terminalType = terminalType;
    }

    public static Os current() {
        return CURRENT;
    }

    /** @param name as in the system property {@code os.name} */
    static Os named(String name) {
        if (name.equals("Linux")) {
            return LINUX;
        }
        if (name.startsWith("Windows")) {
            return WINDOWS;
        }
        return name.startsWith("Mac") ? MAC : UNIX;
    }

    /** Whether there are signals to die of and to be stopped by, and a shell called {@code sh}. */
    public boolean isPosix() {
        return this != WINDOWS;
    }

    /** The usual editors, for a person who has named none. */
    public List<String> editors() {
        return editors;
    }

    /** What a terminal is taken for that does not say what it is. */
    public String terminalType() {
        return terminalType;
    }

    /** Runs a command as a person would write it in this system's shell. */
    public ProcessBuilder shell(String command) {
        return isPosix() ? new ProcessBuilder("sh", "-c", command) : cmd(command);
    }

    /** The same, with a file's name behind the command. */
    public ProcessBuilder shell(String command, Path file) {
        return isPosix()
                ? new ProcessBuilder("sh", "-c", command + " \"$1\"", "sh", file.toString())
                : cmd(command + " \"" + file + "\"");
    }

    /** Java leaves a last word as it is that is in quotes already; {@code /s} has cmd take off those, and no others. */
    private static ProcessBuilder cmd(String command) {
        return new ProcessBuilder("cmd.exe", "/d", "/s", "/c", "\"" + command + "\"");
    }
}
