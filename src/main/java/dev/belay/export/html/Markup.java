package dev.belay.export.html;

import dev.belay.view.Cleaner;

/** HTML as it is written: our own as it is, what is foreign cleaned and escaped. One thread writes. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** HTML of our own. */
    Markup raw(String own) {
        html.append(own);
        return this;
    }

    /** Text from outside, in an element or in an attribute's quotes. */
    Markup text(String foreign) {
        html.append(escaped(Cleaner.clean(foreign)));
        return this;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
