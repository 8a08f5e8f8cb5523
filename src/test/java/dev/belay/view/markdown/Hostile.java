package dev.belay.view.markdown;

import java.util.function.IntFunction;

/** Answers that are big in a way that costs more than their length where a program is careless. */
enum Hostile {
    MARKS_ON_ONE(1_000_000, n -> "a" + "\u0301".repeat(n) + "b"),
    MARKS_ON_MANY(1_000_000, n -> ("e" + "\u0301\u0302\u0303".repeat(5)).repeat(n / 16)),
    JOINED_EMOJI(500_000, n -> "👨\u200D".repeat(n / 3)),
    NO_WIDTH(500_000, n -> "a" + "\u1161".repeat(n)),
    WIDE_WORD(1_000_000, n -> "漢字".repeat(n / 2)),
    LETTERS(5_000_000, "x"::repeat),
    BLANKS(5_000_000, " "::repeat),
    BLANKS_IN_TEXT(5_000_000, n -> "a" + " ".repeat(n) + "b"),
    LINES_OF_BLANKS(1_000_000, n -> ("a\n" + " ".repeat(990) + "\n").repeat(n / 993)),
    LINES_OF_DASHES(500_000, n -> ("- ".repeat(490) + "\n").repeat(n / 981)),
    TABS(1_000_000, n -> "a" + "\t".repeat(n) + "b"),
    STARS(5_000_000, "*"::repeat),
    STARS_IN_TEXT(5_000_000, n -> "a " + "*".repeat(n)),
    BRACKETS(5_000_000, "["::repeat),
    CLOSED_BRACKETS(1_000_000, n -> "[".repeat(n / 2) + "]".repeat(n / 2)),
    BACKTICKS(5_000_000, "`"::repeat),
    BACKTICKS_IN_TEXT(5_000_000, n -> "a " + "`".repeat(n)),
    UNDERSCORES(5_000_000, "_"::repeat),
    UNDERSCORES_IN_TEXT(5_000_000, n -> "a " + "_".repeat(n)),
    POINTED(5_000_000, "<"::repeat),
    AMPERSANDS(5_000_000, "&"::repeat),
    PIPES(5_000_000, "|"::repeat),
    TILDES(5_000_000, "~"::repeat),
    TILDES_IN_TEXT(5_000_000, n -> "a " + "~".repeat(n)),
    BACKSLASHES(5_000_000, "\\"::repeat),
    EXCLAMATIONS(1_000_000, n -> "a " + "!".repeat(n)),
    DASHES(1_000_000, "-"::repeat),
    EQUALS(1_000_000, n -> "a\n" + "=".repeat(n)),
    HASHES(1_000_000, "#"::repeat),
    DIGITS(1_000_000, "1"::repeat),
    COLONS(1_000_000, n -> "|" + ":-|".repeat(n / 3)),
    STARRED_LETTERS(2_000_000, n -> "*a".repeat(n / 2)),
    LETTERS_STARRED(2_000_000, n -> "a*".repeat(n / 2)),
    LETTERS_STARRED_APART(2_000_000, n -> "a* ".repeat(n / 3)),
    OPENED_STARS(2_000_000, n -> "*a ".repeat(n / 3)),
    OPENED_DOUBLE_STARS(2_000_000, n -> "**a".repeat(n / 3)),
    OPENED_AND_CLOSED(500_000, n -> "**a *b ".repeat(n / 14) + "c* d** ".repeat(n / 14)),
    TILDED(1_000_000, n -> "~~a ~b ".repeat(n / 7)),
    UNDERSCORED(1_000_000, n -> "_a__b".repeat(n / 5)),
    EMPTY_LINKS(1_000_000, n -> "[](".repeat(n / 3)),
    LINKS(1_000_000, n -> "[a](b) ".repeat(n / 7)),
    LONG_TARGET(1_000_000, n -> "[a](https://a.example/" + "b".repeat(n) + ")"),
    LONG_LINK_TEXT(1_000_000, n -> "[" + "word ".repeat(n / 5) + "](https://a.example/)"),
    BRACKETS_AND_LINKS(500_000, n -> "[a](".repeat(n / 4)),
    LINKS_IN_BRACKETS(500_000, n -> "[ (](".repeat(n / 5)),
    IMAGES(500_000, n -> "![".repeat(n / 2)),
    ADDRESSES(1_000_000, n -> "https://a.example/" + "a.".repeat(n / 2)),
    MAIL_ADDRESSES(1_000_000, n -> "a@b.".repeat(n / 4)),
    WWW(500_000, n -> "www.".repeat(n / 4)),
    TAGS(1_000_000, n -> "<a ".repeat(n / 3)),
    COMMENTS(500_000, n -> "a <!-- ".repeat(n / 7)),
    DECLARATIONS(500_000, n -> "a <!A ".repeat(n / 6) + "<?"),
    BREAKS(500_000, n -> "a<br>".repeat(n / 5)),
    REFERENCES(1_000_000, n -> "&#27;".repeat(n / 5)),
    REFERENCES_OF_KINDS(500_000, n -> "&#1;&amp;&x;".repeat(n / 12)),
    BACKTICKS_OF_EACH_LENGTH(1_000, n -> {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= n; i++) {
            text.append("`".repeat(i)).append(" e ");
        }
        return text.toString();
    }),
    LONG_CODE(1_000_000, n -> "`" + "word ".repeat(n / 5) + "`"),
    LONG_EMPHASIS(1_000_000, n -> "**" + "word ".repeat(n / 5) + "**"),
    DEEP_EMPHASIS(500_000, n -> "*a **a ".repeat(n / 7)),
    QUOTES_IN_QUOTES(10_000, n -> "> ".repeat(n) + "deep\n"),
    QUOTES_IN_QUOTES_OF_LINES(2_000, n -> "> ".repeat(100).concat("x\n").repeat(n)),
    QUOTE_OF_LINES(50_000, n -> "> a\n".repeat(n)),
    LISTS_IN_LISTS(10_000, n -> "- ".repeat(n) + "deep\n"),
    LISTS_IN_LISTS_BY_LINES(300, n -> {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append("  ".repeat(i)).append("- a\n");
        }
        return text.toString();
    }),
    LIST(100_000, n -> "- item\n".repeat(n)),
    NUMBERED_LIST(50_000, n -> "1. item\n".repeat(n)),
    EMPTY_ITEMS(50_000, n -> "-\n".repeat(n)),
    PARAGRAPH(100_000, n -> "some words\n".repeat(n)),
    PARAGRAPH_OF_LETTERS(100_000, n -> "a\n".repeat(n)),
    PARAGRAPH_OF_PIPES(50_000, n -> "a | b\n".repeat(n)),
    PARAGRAPH_OF_EMPHASIS(50_000, n -> "a *b* c\n".repeat(n)),
    PARAGRAPHS(50_000, n -> "a\n\n".repeat(n)),
    BLANK_LINES(200_000, n -> "\n".repeat(n)),
    WIDE_TABLE(1_000, n -> row("h", n) + row("---", n) + row("cell", n).repeat(50)),
    LONG_TABLE(20_000, n -> row("h", 4) + row("---", 4) + row("cell", 4).repeat(n)),
    LONG_CELL(1_000_000, n -> "|a|b|\n|-|-|\n|" + "word ".repeat(n / 5) + "|b|\n"),
    EMPTY_CELLS(100_000, n -> "|a|b|\n|-|-|\n" + "|".repeat(n) + "\n"),
    HEAD_OF_PIPES(200_000, n -> "|".repeat(n) + "\n" + "|-".repeat(n / 2) + "\n"),
    FENCE_NEVER_CLOSED(5_000_000, n -> "```python\n" + "x = '''a'''\n".repeat(n / 12)),
    FENCE_OF_BLANK_LINES(300_000, n -> "```\n" + "\n".repeat(n)),
    FENCE_OF_ONE_LINE(2_000_000, n -> "```java\n" + "f(\"x\") + ".repeat(n / 9) + "\n```\n"),
    FENCE_OF_BACKTICKS(1_000_000, n -> "````\n" + "`".repeat(n) + "x\n"),
    LONG_INFO(1_000_000, n -> "```" + "java ".repeat(n / 5) + "\nint x;\n```\n"),
    FENCES(30_000, n -> "```\na\n```\n".repeat(n)),
    INDENTED(50_000, n -> "    code\n".repeat(n)),
    INDENTED_BLANK(50_000, n -> "    code\n" + "\n".repeat(n) + "    more\n"),
    DEFINITIONS(20_000, n -> "[r]: https://a.example/x\n".repeat(n) + "\n[r]\n"),
    LONG_DEFINITION(1_000_000, n -> "[r]: <" + "a".repeat(n) + ">\n"),
    DEFINITION_WITHOUT_END(1_000_000, n -> "[" + "a ".repeat(n / 2)),
    HEADING(5_000_000, n -> "# " + "word ".repeat(n / 5)),
    HEADING_OF_BRACKETS(1_000_000, n -> "# " + "[".repeat(n)),
    RULE_AND_A_LETTER(1_000_000, n -> "* ".repeat(n / 2) + "a"),
    HEADING_OF_STARS(1_000_000, n -> "# " + "*a ".repeat(n / 3)),
    UNDERLINED_HEADINGS(20_000, n -> "a\n===\n# b\n".repeat(n / 2)),
    HTML(100_000, n -> "<div>\n" + "<p>words\n".repeat(n)),
    HTML_COMMENT(100_000, n -> "<!--\n" + "words\n\n".repeat(n)),
    HTML_AFTER_A_LONG_LINE(100_000, n -> "<div " + "a".repeat(10 * n) + ">\n" + "words\n".repeat(n)),
    FENCE_OF_A_LONG_SIGN(100_000, n -> "`".repeat(10 * n) + "\n" + "words\n".repeat(n)),
    LINK_IN_A_CELL(500_000, n -> "|a|b|\n|-|-|\n|[" + "a.".repeat(n / 2) + "](https://a.example)|b|\n"),
    SIGNS_IN_A_CELL(500_000, n -> "|a|b|\n|-|-|\n|" + "[*a ".repeat(n / 4) + "|b|\n"),
    HTML_LINE(1_000_000, n -> "<div " + "a=b ".repeat(n / 4)),
    RULES(50_000, n -> "---\n".repeat(n)),
    TASKS(50_000, n -> "- [x] done\n".repeat(n));

    final int size;
    private final IntFunction<String> text;

    Hostile(int size, IntFunction<String> text) {
        this.size = size;
        this.text = text;
    }

    String text(int much) {
        return text.apply(much);
    }

    private static String row(String cell, int columns) {
        return "|" + (cell + "|").repeat(columns) + "\n";
    }
}
