package coop.pools.bylaws.domain;

import coop.pools.kernel.Refused;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that one edition offers, in the order of its rules.yml.
 *
 * @param specs one for each key of the kind, no more and no fewer
 */
public record RuleSheet(Edition.Kind kind, List<RuleSpec> specs) {
    public RuleSheet {
        specs = List.copyOf(specs);
        List<RuleKey> keys = specs.stream().map(RuleSpec::key).toList();
        if (keys.size() != RuleKey.of(kind).size() || !new HashSet<>(keys).containsAll(RuleKey.of(kind))) {
            throw new IllegalArgumentException("not the rules of a " + kind + ": " + keys);
        }
    }

    /** The rules as the edition proposes them. */
    public Rules defaults() {
        Map<RuleKey, Object> values = new EnumMap<>(RuleKey.class);
        specs.forEach(spec -> values.put(spec.key(), spec.initial()));
        return new Rules(this, values);
    }

    /**
     * The rule with this key.
     *
     * @throws Refused {@link BylawsRefusal#UNKNOWN_RULE}
     */
    public RuleSpec spec(String key) {
        return specs.stream()
                .filter(spec -> spec.key().word().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused(BylawsRefusal.UNKNOWN_RULE, Map.of("key", key)));
    }

    /** The values under the keys' words, in the order of the sheet. */
    Map<String, Object> inOrder(Map<RuleKey, Object> values) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        specs.forEach(spec -> ordered.put(spec.key().word(), values.get(spec.key())));
        return ordered;
    }
}
