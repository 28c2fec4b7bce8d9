package coop.pools.bylaws.domain;

import coop.pools.kernel.Refused;
import java.util.HashMap;
import java.util.Map;

/**
 * One rule as an edition offers it.
 *
 * @param initial the value that holds until the members set another; allowed by {@code type}
 * @param article the number of the article it belongs to, for example {@code 9} or {@code F4}
 * @param label a few words for people
 * @param says what the rule does, in one plain sentence
 */
public record RuleSpec(
        RuleKey key,
        RuleType type,
        Object initial,
        ArticleClass articleClass,
        String article,
        String label,
        String says) {
    public RuleSpec {
        if (type.accept(initial).isEmpty()) {
            throw new IllegalArgumentException(key.word() + " may not start as " + initial);
        }
    }

    /**
     * The value in its own type.
     *
     * @throws Refused {@link BylawsRefusal#RULE_OUT_OF_RANGE} naming the key, the article and the bounds
     */
    Object checked(Object value) {
        return type.accept(value).orElseThrow(() -> {
            Map<String, Object> facts = new HashMap<>(type.bounds());
            facts.put("key", key.word());
            facts.put("article", article);
            facts.put("allowed", type.allowed());
            return new Refused(BylawsRefusal.RULE_OUT_OF_RANGE, facts);
        });
    }
}
