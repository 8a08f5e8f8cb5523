package dev.belay.bench;

import java.util.List;
import java.util.Random;

/** Writes an answer of everything that Markdown has, block by block; the same one in each run. One thread. */
final class MixedMarkdown {

    private static final int LONGEST_TOKEN = 8;

    private static final String[] WORDS =
            ("the a of and to in is that it for as with on by this each when where value list number server answer token memory"
                            + " reader writer request connection because therefore usually between configuration implementation größer naïve")
                    .split(" ");

    private static final List<String> CODE = List.of("""
            ```java
            /** Counts what is there. */
            public record Counter(String name, int limit) {
                static final long FIRST = 0x10L;

                int count(List<String> words) {
                    int found = 0; // none so far
                    for (String word : words) {
                        found += word.equals("the \\"end\\"") ? 1 : 0;
                    }
                    return Math.min(found, limit);
                }
            }
            ```
            """, """
            ```python
            @dataclass
            class Reader:
                \"""Reads lines
                and keeps them.\"""
                path: str = 'a.txt'

                def read(self, limit=10):
                    with open(self.path) as f:  # closes it
                        return [f"{line!r}" for line in f if len(line) > limit]
            ```
            """, """
            ```js
            const load = async (url, { retries = 3 } = {}) => {
              for (let i = 0; i < retries; i++) {
                const response = await fetch(`${url}?try=${i}`);
                if (response.ok) return response.json(); // done
              }
              throw new Error('gave up on ' + url);
            };
            ```
            """, """
            ```json
            {
              "name": "example", "size": 12.5e3, "open": true,
              "items": [null, {"id": 1, "tags": ["a", "b"]}]
            }
            ```
            """, """
            ```sh
            # all logs of this week
            for f in $(find /var/log -name '*.log' -mtime -7); do
              grep -c "error: ${1:-none}" "$f" || echo "$f: clean" >&2
            done
            ```
            """);

    private final Random random = new Random(4);
    private int blocks;

    /** Blocks until there are so many characters. */
    String text(int characters) {
        StringBuilder text = new StringBuilder(characters + 2_000);
        while (text.length() < characters) {
            text.append(block());
        }
        return text.substring(0, characters);
    }

    /** The length of the next token, 1 to 8 characters. */
    int token() {
        return 1 + random.nextInt(LONGEST_TOKEN);
    }

    /** The next block, and the blank line below it. */
    String block() {
        return switch (blocks++ % 10) {
            case 0 -> "#".repeat(1 + random.nextInt(3)) + " " + words(4) + "\n\n";
            case 2 -> items("- ", "  1. ") + "\n";
            case 4, 8 -> CODE.get(random.nextInt(CODE.size())) + "\n";
            case 5 -> table() + "\n";
            case 6 -> "> " + sentences(2) + "\n> " + sentences(1) + "\n\n";
            case 7 -> items("1. ", "   - ") + "\n";
            default -> sentences(4) + "\n\n";
        };
    }

    private String items(String outer, String inner) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            items.append(outer).append(sentences(1)).append('\n');
            for (int j = random.nextInt(3); j > 0; j--) {
                items.append(inner).append(words(7)).append('\n');
            }
        }
        return items.toString();
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("| " + word() + " | " + words(2) + " | " + word() + " |\n|---|:-:|--:|\n");
        for (int i = 0; i < 5; i++) {
            table.append("| ")
                    .append(words(2))
                    .append(" | `")
                    .append(word())
                    .append("` | ")
                    .append(random.nextInt(1000))
                    .append(" |\n");
        }
        return table.toString();
    }

    private String sentences(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(words(6))
                    .append(' ')
                    .append(special())
                    .append(' ')
                    .append(words(5))
                    .append('.');
        }
        return text.toString();
    }

    private String special() {
        return switch (random.nextInt(6)) {
            case 0 -> "**" + words(2) + "**";
            case 1 -> "*" + word() + "*";
            case 2 -> "`" + word() + "()`";
            case 3 -> "[" + words(2) + "](https://example.org/" + word() + ")";
            case 4 -> "~~" + word() + "~~";
            default -> word() + ",";
        };
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder(word());
        for (int i = 1; i < count; i++) {
            words.append(' ').append(word());
        }
        return words.toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
