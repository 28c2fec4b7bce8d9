package coop.pools.bylaws.domain;

/**
 * One rule with its present value, ready to be shown.
 *
 * @param key as in the API
 * @param value {@link Integer} or {@link String}, as in the API
 * @param inWords the value as it reads in the text, for example "120 hours (5 days)"
 * @param allowed the bounds in words
 * @param article the number of its article, which is also the end of its anchor: {@code #article-9}
 */
public record RuleLine(
        String key,
        String label,
        String says,
        Object value,
        String inWords,
        String allowed,
        ArticleClass articleClass,
        String article) {
    static RuleLine of(RuleSpec spec, Object value) {
        return new RuleLine(
                spec.key().word(),
                spec.label(),
                spec.says(),
                value,
                spec.type().inWords(value),
                spec.type().allowed(),
                spec.articleClass(),
                spec.article());
    }
}
