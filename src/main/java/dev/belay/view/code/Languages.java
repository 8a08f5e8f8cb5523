package dev.belay.view.code;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names by which languages are known. */
final class Languages {

    /** The name of a grammar, then what else stands for it. */
    private static final String[] ROWS = {
        "c h cpp c++ cc cxx hpp hxx cplusplus objc objective-c objectivec arduino ino cuda glsl",
        "csharp c# cs dotnet",
        "console terminal shellsession shell-session sh-session bash-session powershell-session doscon",
        "css scss sass less",
        "diff patch udiff",
        "docker dockerfile containerfile",
        "go golang",
        "html htm xml xhtml svg vue svelte xsl xslt xsd rss atom plist markup pom",
        "http https rest",
        "ini properties env dotenv conf cfg config editorconfig gitconfig systemd desktop",
        "java groovy gradle jsh",
        "javascript js jsx mjs cjs node typescript ts tsx mts cts ecmascript",
        "json jsonc json5 jsonl ndjson geojson",
        "kotlin kt kts",
        "lua luau",
        "make makefile mk gnumake",
        "markdown md mdx gfm",
        "php php3 php5 php7 php8",
        "python py py3 python3 pyw pyi pycon ipython gyp",
        "ruby rb gemfile rakefile jruby irb",
        "rust rs",
        "shell sh bash zsh ksh ash dash fish",
        "sql mysql postgres postgresql psql pgsql plpgsql sqlite sqlite3 tsql mariadb plsql oracle",
        "swift",
        "toml",
        "yaml yml",
    };

    private static final Map<String, String> GRAMMARS = grammars();

    private Languages() {}

    /** The grammar for what a block of code says its language is; null if there is none. */
    static @Nullable String named(String info) {
        return GRAMMARS.get(word(info).toLowerCase(Locale.ROOT));
    }

    /** All names of each grammar, its own first. */
    static List<List<String>> rows() {
        return List.of(ROWS).stream().map(row -> List.of(row.split(" "))).toList();
    }

    /** The first word, of {@code {.java}} as of {@code rust,no_run}, {@code python title=x} and {@code js:app.js}. */
    static String word(String info) {
        String text = info.strip();
        int begin = 0;
        while (begin < text.length() && " {.".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && " \t,;:{}()[]=".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(begin, end);
    }

    private static Map<String, String> grammars() {
        Map<String, String> grammars = new HashMap<>();
        for (String row : ROWS) {
            String[] names = row.split(" ");
            for (String name : names) {
                grammars.put(name, names[0]);
            }
        }
        return grammars;
    }
}
