package coop.pools.bylaws;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Sets the Markdown of an agreement as HTML or as plain text. Article headings get anchors such as
 * {@code #article-7}, the schedule gets {@code #schedule}. The HTML is a fragment and free of scripts, links and
 * styles, whatever the Markdown holds.
 */
public final class AgreementHtml {
    private static final Pattern ARTICLE = Pattern.compile("(F?[0-9]+)\\. .*");
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> anchors())
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h1", "h2", "p", "strong", "em", "code", "ul", "li", "br")
            .allowAttributes("id")
            .matching(Pattern.compile("article-f?[0-9]+|schedule"))
            .onElements("h2")
            .toFactory();

    private AgreementHtml() {}

    /** An HTML fragment: one h1, an h2 for each article. */
    public static String html(String markdown) {
        return POLICY.sanitize(HTML.render(PARSER.parse(markdown)));
    }

    /** Readable without any markup. */
    public static String plain(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    private static AttributeProvider anchors() {
        return (node, tag, attributes) -> {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                addAnchor(words(heading), attributes);
            }
        };
    }

    private static void addAnchor(String title, Map<String, String> attributes) {
        Matcher article = ARTICLE.matcher(title);
        if (article.matches()) {
            attributes.put("id", "article-" + article.group(1).toLowerCase(Locale.ROOT));
        } else if (title.startsWith("Schedule.")) {
            attributes.put("id", "schedule");
        }
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }
}
