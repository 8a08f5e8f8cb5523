package dev.belay.export.html;

import dev.belay.view.Cleaner;
import dev.belay.view.code.CodeReader;
import dev.belay.view.code.Part;
import dev.belay.view.code.Shade;
import java.util.Locale;
import java.util.Optional;

/** A block of code, coloured where its language is known. */
final class CodeBlock {

    /** A longer block is plain: so many coloured pieces would make the page slow. */
    private static final int LONGEST = 200_000;

    private CodeBlock() {}

    /**
     * @param info what the line says that opens it; may be empty
     * @param code as it was written, cleaned
     */
    static String html(String info, String code) {
        String language = language(info);
        Optional<CodeReader> reader = code.length() > LONGEST ? Optional.empty() : CodeReader.of(info);
        Markup html = new Markup();
        html.raw("<pre dir=\"ltr\" tabindex=\"0\" role=\"region\" aria-label=\"code");
        if (!language.isEmpty()) {
            html.raw(": ").text(language).raw("\" data-language=\"").text(language);
        }
        html.raw("\"><code>");
        if (reader.isEmpty()) {
            html.raw(Markup.escaped(code));
        } else {
            lines(code, reader.get(), html);
        }
        return html.raw("</code></pre>\n").toString();
    }

    private static void lines(String code, CodeReader reader, Markup html) {
        for (int begin = 0; begin < code.length(); ) {
            int end = code.indexOf('\n', begin);
            end = end < 0 ? code.length() : end;
            line(code.substring(begin, end), reader, html);
            html.raw(end < code.length() ? "\n" : "");
            begin = end + 1;
        }
    }

    private static void line(String line, CodeReader reader, Markup html) {
        for (Part part : reader.line(line)) {
            String text = Markup.escaped(line.substring(part.begin(), part.end()));
            boolean plain = part.shade() == Shade.PLAIN || text.isBlank();
            html.raw(plain ? text : "<span class=\"" + name(part.shade()) + "\">" + text + "</span>");
        }
    }

    private static String name(Shade shade) {
        return shade.name().toLowerCase(Locale.ROOT);
    }

    /** Its name, as far as it is one. */
    private static String language(String info) {
        String word = Cleaner.clean(info).strip().split("[\\s,{(:=]", 2)[0];
        return word.length() <= 20 ? word : "";
    }
}
