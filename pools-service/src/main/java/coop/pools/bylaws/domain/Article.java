package coop.pools.bylaws.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One article of a text.
 *
 * @param number for example {@code 7} or {@code F3}
 * @param summary its plain-language line
 * @param text its numbered paragraphs, as Markdown
 */
public record Article(String number, String title, ArticleClass articleClass, String summary, String text) {
    private static final Pattern ARTICLE = Pattern.compile(
            "^## (F?\\d+)\\. ([^\\n]+)\\n\\n\\*\\*Class ([HEO])\\.\\*\\* ([^\\n]+)\\n\\n(.*?)(?=^## |\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);

    /** Where the article stands on a page: {@code article-7}. */
    public String anchor() {
        return "article-" + number.toLowerCase(Locale.ROOT);
    }

    /** All articles of a text in their order; what stands before and after them is left out. */
    public static List<Article> in(String markdown) {
        List<Article> articles = new ArrayList<>();
        Matcher matcher = ARTICLE.matcher(markdown);
        while (matcher.find()) {
            articles.add(new Article(
                    matcher.group(1),
                    matcher.group(2),
                    ArticleClass.valueOf(matcher.group(3)),
                    matcher.group(4),
                    matcher.group(5)));
        }
        return List.copyOf(articles);
    }
}
