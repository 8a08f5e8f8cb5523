package dev.belay.cli.man;

import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Writes a page in the language of {@code man}. Lives on one thread, for one page. */
final class Roff {

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final StringBuilder out = new StringBuilder();

    private Roff() {}

    /** @param version of the program, for the foot of the page */
    static String of(Page page, String version) {
        Roff roff = new Roff();
        roff.macro(".TH", page.name().toUpperCase(Locale.ROOT), "1", "", "belay " + version, "User Commands");
        roff.section("NAME");
        roff.line(escaped(page.name()) + " \\- " + escaped(page.summary()));
        roff.section("SYNOPSIS");
        roff.line(".nf");
        page.calls().forEach(call -> roff.text("\\fB" + escaped(call.term()) + "\\fR"));
        roff.line(".fi");
        roff.section("DESCRIPTION");
        page.calls().forEach(roff::entry);
        if (!page.options().isEmpty()) {
            roff.section("OPTIONS");
            page.options().forEach(roff::group);
        }
        for (Page.Part part : page.parts()) {
            roff.section(part.heading().toUpperCase(Locale.ROOT));
            roff.markdown(part.text());
        }
        roff.section("EXAMPLES");
        page.examples().forEach(roff::entry);
        roff.section("SEE ALSO");
        roff.line(String.join(
                        ",\n",
                        page.related().stream()
                                .map(name -> ".BR " + escaped(name) + " (1)")
                                .toList())
                .replace(",\n", " ,\n"));
        return roff.out.toString();
    }

    private void group(Page.Group group) {
        if (!group.heading().isEmpty()) {
            macro(".SS", group.heading());
        }
        group.options().forEach(this::entry);
    }

    private void entry(Page.Entry entry) {
        line(".TP");
        text("\\fB" + escaped(entry.term()) + "\\fR");
        text(escaped(entry.meaning()));
    }

    private void section(String title) {
        macro(".SH", title);
    }

    private void macro(String name, String... arguments) {
        out.append(name);
        for (String argument : arguments) {
            out.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        out.append('\n');
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    /** A line that must not be taken for a macro. */
    private void text(String text) {
        line(text.isEmpty() || text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text);
    }

    /** In ASCII, which every version of {@code man} reads. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '~' -> escaped.append("\\(ti");
                case '^' -> escaped.append("\\(ha");
                default -> {
                    if (c < 0x7F) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append(String.format(Locale.ROOT, "\\[u%04X]", c));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private void markdown(String markdown) {
        MARKDOWN.parse(markdown).accept(new Blocks());
    }

    /** What stands inside a block, on one line. */
    private static String inline(Node block) {
        StringBuilder text = new StringBuilder();
        Inlines inlines = new Inlines(text);
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(inlines);
        }
        return text.toString();
    }

    private final class Blocks extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            macro(".SS", inline(heading).replaceAll("\\\\f[BIR]", "").replace("\\-", "-"));
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (!(paragraph.getParent() instanceof ListItem) || paragraph.getPrevious() != null) {
                line(".PP");
            }
            text(inline(paragraph));
        }

        @Override
        public void visit(ListItem item) {
            boolean ordered = item.getParent() instanceof OrderedList;
            macro(".IP", ordered ? number(item) + "." : "\\(bu", ordered ? "4" : "2");
            visitChildren(item);
        }

        private int number(Node item) {
            int number = 1;
            for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number;
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(code.getLiteral());
        }

        private void code(String literal) {
            line(".PP");
            line(".RS 4");
            line(".nf");
            literal.lines().forEach(each -> text(escaped(each)));
            line(".fi");
            line(".RE");
        }

        /** A table becomes a list: what is in its first column, and what the others say of that. */
        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                    if (part instanceof TableBody) {
                        rows(part);
                    }
                }
            }
        }

        private void rows(Node body) {
            for (Node row = body.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                line(".TP");
                text(inline(row.getFirstChild()));
                StringBuilder rest = new StringBuilder();
                for (Node cell = row.getFirstChild().getNext(); cell instanceof TableCell; cell = cell.getNext()) {
                    String said = inline(cell);
                    rest.append(rest.length() == 0 || said.isEmpty() ? "" : "; ")
                            .append(said);
                }
                text(rest.toString());
            }
        }
    }

    private static final class Inlines extends AbstractVisitor {
        private final StringBuilder text;

        Inlines(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text plain) {
            text.append(escaped(plain.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            text.append("\\fB").append(escaped(code.getLiteral())).append("\\fR");
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled('I', emphasis);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled('B', strong);
        }

        private void styled(char font, Node node) {
            text.append("\\f").append(font);
            visitChildren(node);
            text.append("\\fR");
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode other) {
            visitChildren(other);
        }
    }
}
