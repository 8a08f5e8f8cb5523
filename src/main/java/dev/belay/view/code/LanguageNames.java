package dev.belay.view.code;

import java.util.List;

/** Names that mean the same language. Closer than the grammars, which serve relatives as well: TypeScript is no JavaScript. */
final class LanguageNames {

    private static final List<List<String>> SAME = List.of(
            List.of("sh", "bash", "shell", "zsh", "ksh", "dash"),
            List.of("python", "py", "python3", "py3"),
            List.of("javascript", "js", "mjs", "cjs", "node", "ecmascript"),
            List.of("typescript", "ts", "mts", "cts"),
            List.of("c++", "cpp", "cc", "cxx", "cplusplus"),
            List.of("c#", "csharp", "cs"),
            List.of("objective-c", "objectivec", "objc"),
            List.of("go", "golang"),
            List.of("rust", "rs"),
            List.of("ruby", "rb"),
            List.of("kotlin", "kt"),
            List.of("perl", "pl"),
            List.of("haskell", "hs"),
            List.of("powershell", "pwsh", "ps1"),
            List.of("sql", "mysql", "postgres", "postgresql", "psql", "sqlite", "sqlite3"),
            List.of("yaml", "yml"),
            List.of("html", "htm"),
            List.of("markdown", "md"),
            List.of("make", "makefile", "mk"),
            List.of("docker", "dockerfile", "containerfile"),
            List.of("diff", "patch"),
            List.of("json", "jsonc", "json5"),
            List.of("jsonl", "ndjson"));

    private LanguageNames() {}

    /** Whether both mean the same; in small letters. */
    static boolean areSame(String one, String other) {
        for (List<String> names : SAME) {
            if (names.contains(one)) {
                return names.contains(other);
            }
        }
        return one.equals(other);
    }
}
