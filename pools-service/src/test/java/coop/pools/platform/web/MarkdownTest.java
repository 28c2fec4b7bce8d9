package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @Test
    void wordsListsQuotesAndCodeAreRendered() {
        assertThat(markdown.html("# Why\n\nBecause **May** is *near*.\n\n- tea\n- cake\n\n> so\n\n`x < y`"))
                .contains("<h3>Why</h3>")
                .contains("<strong>May</strong> is <em>near</em>")
                .contains("<li>tea</li>")
                .contains("<blockquote>")
                .contains("<code>x &lt; y</code>");
    }

    @Test
    void theWordsOfATextStandInOneLineWithoutItsMarks() {
        assertThat(
                        markdown.words(
                                "# Why\n\nBecause **May** is\n*near*.  \nSo [come](https://example.org/?a=1):\n\n"
                                        + "- tea\n- cake\n\n> `x < y`\n\n```\n2 * 3\n```\n\n    so\n\nhttps://example.org ![cat](c.png) &amp; <b>bold</b>"))
                .isEqualTo("Why Because May is near. So come: tea cake x < y 2 * 3 so "
                        + "https://example.org cat & <b>bold</b>");
        assertThat(markdown.words("> ".repeat(10_000) + "deep")).contains("deep");
        assertThat(markdown.words("**a ".repeat(5_000))).contains("a");
        assertThat(markdown.words(" \n")).isEmpty();
    }

    @Test
    void linksAreMadeAndGiveNothingAway() {
        assertThat(markdown.html("See https://example.org/a?b=c&d=e and [mail](mailto:a@example.org)"))
                .contains("href=\"https://example.org/a?b&#61;c&amp;d&#61;e\"")
                .contains("href=\"mailto:a&#64;example.org\"")
                .contains("nofollow")
                .contains("noreferrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x]( javascript:alert(1) \"t\" onmouseover=\"alert(1)\")",
                "[x](https://example.org/\" onmouseover=\"alert(1))",
                "![x](https://tracker.example/pixel.png)",
                "![x](javascript:alert(1))",
                "<https://example.org/\"onmouseover=alert(1)>",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "<iframe src=https://example.org></iframe>",
                "<style>body{display:none}</style>",
                "<form action=https://evil.example><input name=csrf></form>",
                "```\"><script>alert(1)</script>\nx\n```",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "</div></main><h1 id=main onclick=alert(1)>x"
            })
    void nothingInAMarkdownTextRuns(String attack) {
        String html = markdown.html(attack);
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "<form", "<math", "</div")
                .doesNotContain("href=\"java", "href=\"data", "href=\"vb");
        assertThat(html).doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
    }

    @Test
    void aNumberedListMayBeginAnywhere() {
        assertThat(markdown.html("3. c\n4. d")).contains("<ol start=\"3\">");
    }

    @Test
    void absurdNestingIsRenderedAllTheSame() {
        assertThat(markdown.html("> ".repeat(10_000) + "deep")).contains("deep");
        assertThat(markdown.html("- ".repeat(10_000) + "deep")).contains("deep");
        assertThat(markdown.html("[".repeat(10_000) + "deep")).contains("deep");
        assertThat(markdown.html("*".repeat(20_000))).isNotBlank();
        assertThat(markdown.html("**a ".repeat(5_000))).contains("a");
        assertThat(markdown.html("*a **b ".repeat(2_000) + "c** d*".repeat(2_000)))
                .contains("a");
    }
}
