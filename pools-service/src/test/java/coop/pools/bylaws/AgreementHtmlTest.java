package coop.pools.bylaws;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.bylaws.domain.Article;
import coop.pools.bylaws.domain.Edition;
import org.junit.jupiter.api.Test;

class AgreementHtmlTest {
    private static String text(Edition edition, String name) {
        return edition.render(SampleBylaws.facts(name), edition.defaults()).text();
    }

    @Test
    void everyArticleHasAnAnchor() {
        for (Edition edition : SampleBylaws.EDITIONS.all()) {
            String html = AgreementHtml.html(text(edition, "Lantern Walkers"));
            for (Article article : edition.articles()) {
                assertThat(html).containsOnlyOnce("<h2 id=\"" + article.anchor() + "\">");
            }
            assertThat(html).containsOnlyOnce("<h2 id=\"schedule\">").containsOnlyOnce("<h1>");
        }
    }

    @Test
    void aNameIsShownAsItIsAndNeverAsMarkup() {
        String name = "<script>x</script> *A* [b](javascript:c) `d` {{vote.hours}} &lt; ## 7. No vote";
        String markdown = text(SampleBylaws.EDITIONS.forPool("una"), name);
        assertThat(AgreementHtml.html(markdown))
                .doesNotContain("<script", "<a", "<em>A")
                .contains(
                        "&lt;script&gt;x&lt;/script&gt; *A* [b](javascript:c) &#96;d&#96; {<!-- -->{vote.hours}} &amp;lt; ## 7. No vote");
        assertThat(AgreementHtml.plain(markdown)).contains(name);
    }

    @Test
    void markupInAForeignTextIsHarmless() {
        String html = AgreementHtml.html("## 1. <b onclick=x>A</b>\n\n<img src=x onerror=y>\n\n[l](javascript:x)");
        assertThat(html).contains("id=\"article-1\"").doesNotContain("<b", "<img", "<a");
    }
}
