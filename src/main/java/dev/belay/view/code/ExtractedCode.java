package dev.belay.view.code;

import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows the first block of code of an answer, once the answer is complete, and nothing else. Of one that was cut it shows
 * nothing. Lives on the turn's thread.
 */
public final class ExtractedCode implements AnswerText {

    private final String language;
    private final Output out;
    private final StringBuilder answer = new StringBuilder();
    private String lack = "";

    /** @param language that the block has to be in; empty for any */
    public ExtractedCode(String language, Output out) {
        this.language = language;
        this.out = out;
    }

    @Override
    public void next(String piece) {
        answer.append(piece);
    }

    @Override
    public void pause() {
        // Nothing is open before the end.
    }

    @Override
    public void cut() {
        // Half a program is none.
    }

    @Override
    public void close() throws IOException {
        List<CodeBlock> blocks = new ArrayList<>(CodeBlocks.in(answer.toString()));
        blocks.removeIf(block -> block.code().isBlank());
        CodeBlock wanted = wanted(blocks);
        if (wanted == null) {
            lack = language.isEmpty() || blocks.isEmpty() ? "the answer has no block of code" : noneIn(blocks);
        } else if (wanted.end() == CodeBlock.End.OPEN) {
            lack = "the block of code in the answer is not finished";
        } else {
            out.foreign(wanted.code().replaceFirst("\\n+\\z", "") + "\n");
        }
    }

    private CodeBlock wanted(List<CodeBlock> blocks) {
        if (language.isEmpty()) {
            return blocks.isEmpty() ? null : blocks.get(0);
        }
        CodeBlock alike = null;
        for (CodeBlock block : blocks) {
            if (block.isCalled(language)) {
                return block;
            }
            alike = alike == null && block.isIn(language) ? block : alike;
        }
        return alike;
    }

    private String noneIn(List<CodeBlock> blocks) {
        Set<String> languages = new LinkedHashSet<>();
        for (CodeBlock block : blocks) {
            languages.add(block.language().isEmpty() ? "one without a language" : block.language());
        }
        return "the answer has no block of code in " + language + "; it has " + String.join(", ", languages);
    }

    /** Why nothing was shown of an answer that is complete; empty when something was. */
    public String lack() {
        return lack;
    }
}
