package dev.belay.view.code;

import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.view.HeldText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first block of code of an answer that is not empty, without the line breaks at its end.
 *
 * @param language that the block has to be in; empty for any
 * @param place a word on where the whole answer is, for one that has no such block; may be empty
 */
public record CodeSelection(String language, Supplier<String> place) implements HeldText.Selection {

    @Override
    public String of(String answer) {
        List<CodeBlock> blocks = new ArrayList<>(CodeBlocks.in(answer));
        blocks.removeIf(block -> block.code().isBlank());
        CodeBlock wanted = wanted(blocks);
        if (wanted == null) {
            throw lacking(language.isEmpty() || blocks.isEmpty() ? "the answer has no block of code" : noneIn(blocks));
        }
        if (wanted.end() == CodeBlock.End.OPEN) {
            throw lacking("the block of code in the answer is not finished");
        }
        return wanted.code().replaceFirst("\\n+\\z", "");
    }

    private ProblemException lacking(String what) {
        return new ProblemException(new Problem(Kind.CODE, what, place.get()));
    }

    private @Nullable CodeBlock wanted(List<CodeBlock> blocks) {
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
}
