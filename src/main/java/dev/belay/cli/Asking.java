package dev.belay.cli;

import dev.belay.chat.Attachment;
import dev.belay.config.Role;
import dev.belay.file.AttachmentReader;
import dev.belay.file.AttachmentReader.Sources;
import dev.belay.file.Excerpt;
import dev.belay.file.Keep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question that is put together: what the words and the files say is known, of a long pipe only the begin is read, until it
 * is known who is asked and how much fits.
 *
 * @param keep which part of piped text is sent when all is too much
 * @param context is told what is to be said about it
 */
record Asking(String words, PipedText piped, List<Attachment> files, Keep keep, Context context) {

    /** A file's name that stands for what is piped in. */
    private static final String PIPE = "-";

    private static final String PIPE_NAME = "stdin";

    /** So much fits wherever somebody is asked, as far as it matters: nothing is looked up for it. */
    private static final int SMALL = 16_000;

    static final List<String> TRUNCATE = List.of("head", "tail", "middle");

    static Asking of(Options options, Context context) throws IOException {
        List<String> paths = options.texts("-f");
        boolean pipeIsFile = paths.contains(PIPE);
        Keep keep = keep(options);
        if (pipeIsFile && keep != Keep.ALL) {
            throw new UsageException("--truncate cuts what is piped in as the message; -f - attaches all of it");
        }
        List<Attachment> files = paths.isEmpty() ? List.of() : files(paths, context);
        boolean hasPipe = !pipeIsFile && context.streams().hasPipedInput();
        PipedText piped =
                hasPipe ? PipedText.from(context.streams().openPipedInput(), readAtOnce(options)) : PipedText.NONE;
        return new Asking(options.words(), piped, files, keep, context);
    }

    private static Keep keep(Options options) {
        return options.text("--truncate").isEmpty()
                ? Keep.ALL
                : Keep.valueOf(options.oneOf("--truncate", TRUNCATE).toUpperCase(Locale.ROOT));
    }

    /** A session that is gone on with may be the one of the program before in the pipe, which has to end first. */
    private static int readAtOnce(Options options) {
        boolean goesOn = options.is("-c") || options.text("--session").isPresent();
        return goesOn ? Room.MOST : SMALL;
    }

    private static List<Attachment> files(List<String> paths, Context context) throws IOException {
        AttachmentReader reader = context.files();
        List<Attachment> files = new ArrayList<>();
        if (paths.indexOf(PIPE) != paths.lastIndexOf(PIPE)) {
            throw new UsageException("-f -: what is piped in can be attached once only");
        }
        for (String path : paths) {
            files.add(path.equals(PIPE) ? piped(reader, context) : reader.read(path, Sources.FILES_AND_PIPES));
            reader.limits().checkTogether(files);
        }
        return files;
    }

    private static Attachment piped(AttachmentReader reader, Context context) throws IOException {
        if (!context.streams().hasPipedInput()) {
            throw new UsageException("-f - attaches what is piped in, and nothing is; name a file");
        }
        return reader.read(PIPE_NAME, context.streams().openPipedInput());
    }

    /** Whether there are neither words nor anything piped in. */
    boolean hasNoMessage() {
        return words.isEmpty() && piped.length() == 0;
    }

    /** @throws UsageException when it is known already that there is nothing to ask */
    void checkBegin(Optional<Role> role) {
        if (piped.isWhole() && piped.length() <= SMALL) {
            new Asked(words + piped.decoded().text(), files).checked(role);
        }
    }

    /**
     * The question as it is asked.
     *
     * @throws dev.belay.chat.ProblemException when it is more than the model can be sent
     */
    Asked within(Room room) {
        if (piped.isWhole() && piped.length() + textOfFiles() <= SMALL) {
            return asked(said(piped.decoded()));
        }
        long besides = room.taken(words, files);
        if (textOfFiles() > SMALL && besides > room.most()) {
            throw room.refusesFiles(textOfFiles());
        }
        return asked(keep == Keep.ALL ? allOf(room, besides) : partOf(room, besides));
    }

    private String allOf(Room room, long besides) {
        if (piped.length() == 0) {
            return "";
        }
        Excerpt excerpt = piped.excerpt(Keep.ALL, (int) Math.max(SMALL, room.most() - besides));
        if (excerpt.isCut()) {
            throw room.refuses(excerpt.total() + piped.waiting(), besides);
        }
        return said(PipedText.decoded(excerpt.kept().marked()));
    }

    private String partOf(Room room, long besides) {
        if (room.safe() - besides < room.safe() / 8) {
            throw room.isFull();
        }
        Excerpt.Kept part = piped.excerpt(keep, (int) (room.safe() - besides)).kept();
        if (part.leftOut() > 0) {
            context.warn(
                    "--truncate " + keep.word() + ": " + part.leftOutWords() + " of what is piped in are left out");
        }
        return said(PipedText.decoded(part.marked()));
    }

    private String said(PipedText.Decoded piece) {
        if (piece.isMended()) {
            context.warn("the input is not all UTF-8: what could not be read is sent as \uFFFD");
        }
        return piece.text();
    }

    /** The words, then what is piped in, with a blank line between. */
    private Asked asked(String text) {
        if (words.indexOf('\uFFFD') >= 0) {
            context.warn("the words are not all UTF-8: what could not be read is sent as \uFFFD");
        }
        return new Asked(words.isEmpty() || text.isEmpty() ? words + text : words + "\n\n" + text, files);
    }

    private long textOfFiles() {
        long length = 0;
        for (Attachment file : files) {
            length += file.kind() == Attachment.Kind.TEXT ? file.content().length : 0;
        }
        return length;
    }
}
