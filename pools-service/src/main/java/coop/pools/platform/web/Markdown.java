package coop.pools.platform.web;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown that people wrote, as HTML that is safe to show. HTML in it is shown as text, links lead to https, http and
 * mail addresses only and give nothing away, and there are no pictures: a remote one would tell its server who reads.
 * A second, independent list of what may pass guards against mistakes in the first.
 */
public final class Markdown {
    /** Deeper nesting of quotes and lists is read as text; rendering works by recursion. */
    private static final int MOST_NESTED = 20;

    /** A page has one h1 and its own h2s; the headings of a text stand below them. */
    private static final Map<String, String> BELOW =
            Map.of("h1", "h3", "h2", "h4", "h3", "h5", "h4", "h6", "h5", "h6", "h6", "h6");

    private final Parser parser = Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .maxOpenBlockParsers(MOST_NESTED)
            .build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final PolicyFactory policy = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a")
            .allowElements(
                    (element, attributes) -> BELOW.get(element), BELOW.keySet().toArray(new String[0]))
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(value -> value.matches("[0-9]{1,9}"))
            .onElements("ol")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
            .toFactory();

    /** The HTML of a Markdown text, a sequence of blocks. */
    public String html(String markdown) {
        return policy.sanitize(renderer.render(parser.parse(markdown)));
    }

    /** What a Markdown text says in one line, without its marks; not yet escaped. */
    public String words(String markdown) {
        PlainWords words = new PlainWords();
        parser.parse(markdown).accept(words);
        return words.line();
    }
}
