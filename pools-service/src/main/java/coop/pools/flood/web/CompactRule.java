package coop.pools.flood.web;

import coop.pools.bylaws.domain.RuleLine;
import coop.pools.bylaws.domain.Rules;
import java.util.List;
import java.util.Locale;

/**
 * A rule of a compact and its value in words.
 *
 * @param anchor of its article in the text, for example {@code article-f4}
 */
public record CompactRule(String label, String says, String inWords, String allowed, String article, String anchor) {
    static List<CompactRule> all(Rules rules) {
        return rules.lines().stream().map(CompactRule::of).toList();
    }

    private static CompactRule of(RuleLine line) {
        return new CompactRule(
                line.label(),
                line.says(),
                line.inWords(),
                line.allowed(),
                line.article(),
                "article-" + line.article().toLowerCase(Locale.ROOT));
    }
}
