package dev.belay.view.markdown;

import dev.belay.view.markdown.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/** What is open after the lines so far, and a few lines of source that open the same. Lives on the turn's thread. */
final class Opening {

    private static final String DUMMY = "x";

    /** What stands for earlier lines is no longer: a longer fence is taken for this one, and longer tags stand alone. */
    private static final int LONG = 1_000;

    private List<Frame> frames = List.of();
    private Kind kind = Kind.BLANK;

    /** Lines that open the block, as they stand within the frames. */
    private List<String> block = List.of();

    List<Frame> frames() {
        return frames;
    }

    /** The kind of the block that may go on; blank for none. */
    Kind kind() {
        return kind;
    }

    /** In place of all lines so far. In frames the first is text, which stands for what is in them already. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder begin = new StringBuilder();
        StringBuilder going = new StringBuilder();
        for (Frame frame : frames) {
            begin.append(frame.opening());
            going.append(frame.going());
        }
        if (!frames.isEmpty()) {
            lines.add(begin + DUMMY);
            lines.add(going.toString());
        }
        for (String each : block) {
            lines.add(going + each);
        }
        return lines;
    }

    /** Takes a line for what it was read as: the next one is read behind it. */
    void take(Line line) {
        boolean wasOpen = kind != Kind.BLANK && line.goesOn();
        frames = List.copyOf(line.frames());
        switch (line.kind()) {
            case PARAGRAPH -> {
                block = wasOpen ? List.of(DUMMY, DUMMY) : List.of(DUMMY);
                kind = Kind.PARAGRAPH;
            }
            case FENCE -> {
                FencedCodeBlock fence = (FencedCodeBlock) line.node();
                if (fence.getClosingFenceLength() != null) {
                    close();
                } else if (!wasOpen) {
                    kind = Kind.FENCE;
                    block = List.of(" ".repeat(fence.getFenceIndent())
                            + fence.getFenceCharacter().repeat(Math.min(LONG, fence.getOpeningFenceLength())));
                }
            }
            case INDENTED -> {
                kind = Kind.INDENTED;
                block = List.of("    " + DUMMY);
            }
            case HTML -> {
                kind = Kind.HTML;
                block = wasOpen ? List.of(block.get(0), line.text()) : List.of(line.text());
                if (line.text().length() > LONG) {
                    close();
                }
            }
            case TABLE -> {
                if (kind != Kind.TABLE) {
                    kind = Kind.TABLE;
                    block = List.of(block.get(block.size() - 1), tableRule((TableBlock) line.node()));
                }
            }
            case BLANK -> {
                if (!line.goesOn()) {
                    close();
                }
            }
            default -> close();
        }
    }

    private static String tableRule(TableBlock table) {
        int cells = 0;
        for (Node cell = table.getFirstChild().getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
            cells++;
        }
        return "|" + "-|".repeat(cells);
    }

    /** The last line of the paragraph may be the head of a table. */
    void head(String text) {
        List<String> lines = new ArrayList<>(block);
        lines.set(lines.size() - 1, text);
        block = lines;
    }

    private void close() {
        kind = Kind.BLANK;
        block = List.of();
    }
}
