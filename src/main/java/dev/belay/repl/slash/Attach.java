package dev.belay.repl.slash;

import dev.belay.chat.Attachment;
import dev.belay.repl.Repl;
import dev.belay.repl.Tray;
import java.io.IOException;

/** Attaches a file to the next message, or tells which are. */
final class Attach implements SlashCommand {

    private static final String REMOVE = "-";

    @Override
    public String name() {
        return "file";
    }

    @Override
    public String argument() {
        return "[PATH]";
    }

    @Override
    public String summary() {
        return "attach a file to the next message; - takes all away";
    }

    @Override
    public boolean takesPath() {
        return true;
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        Tray tray = repl.tray();
        if (argument.equals(REMOVE)) {
            remove(tray, repl);
        } else if (!argument.isEmpty()) {
            repl.notice(tray.add(argument));
        } else if (tray.files().isEmpty()) {
            repl.notice("no file is attached; /file PATH attaches one to the next message");
        } else {
            for (Attachment file : tray.files()) {
                repl.notice(file);
            }
        }
    }

    private static void remove(Tray tray, Repl repl) throws IOException {
        StringBuilder names = new StringBuilder();
        for (Attachment file : tray.files()) {
            names.append(names.length() == 0 ? "" : ", ").append(file.name());
        }
        repl.notice(names.length() == 0 ? "no file is attached" : "not attached any more: " + names);
        tray.clear();
    }
}
