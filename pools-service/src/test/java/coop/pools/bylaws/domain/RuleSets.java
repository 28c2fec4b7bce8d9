package coop.pools.bylaws.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random allowed values for all rules of an edition; every fifth number is a bound. */
final class RuleSets {
    private RuleSets() {}

    static Arbitrary<Rules> of(Edition edition) {
        List<Arbitrary<Map.Entry<String, Object>>> entries = new ArrayList<>();
        for (RuleSpec spec : edition.sheet().specs()) {
            entries.add(values(spec.type()).map(value -> Map.entry(spec.key().word(), value)));
        }
        return Combinators.combine(entries)
                .as(all -> edition.defaults()
                        .with(all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    private static Arbitrary<Object> values(RuleType type) {
        if (type instanceof RuleType.Choice choice) {
            return Arbitraries.of(choice.inWords().keySet()).map(word -> word);
        }
        RuleType.Whole whole = (RuleType.Whole) type;
        int lowest = whole.mayBeNone() ? 0 : whole.min();
        Arbitrary<Integer> bounds = Arbitraries.of(lowest, whole.min(), whole.max());
        Arbitrary<Integer> range = Arbitraries.integers().between(whole.min(), whole.max());
        return Arbitraries.frequencyOf(Tuple.of(1, bounds), Tuple.of(4, range)).map(number -> number);
    }
}
