package coop.pools.platform.web;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Gathers the words of a Markdown text; blocks and lines of it are parted by blanks. */
final class PlainWords extends AbstractVisitor {
    private final StringBuilder said = new StringBuilder();

    /** All that was gathered, in one line. */
    String line() {
        return said.toString().strip().replaceAll("\\s+", " ");
    }

    @Override
    public void visit(Text text) {
        said.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        said.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        said.append(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        said.append(html.getLiteral()).append(' ');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        said.append(code.getLiteral()).append(' ');
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        said.append(code.getLiteral()).append(' ');
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        said.append(' ');
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        said.append(' ');
    }

    @Override
    public void visit(SoftLineBreak end) {
        said.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        said.append(' ');
    }
}
