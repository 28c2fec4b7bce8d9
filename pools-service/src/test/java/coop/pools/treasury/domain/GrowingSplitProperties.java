package coop.pools.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** No part falls while the total grows, and all of it is what it was. */
class GrowingSplitProperties {
    @Property(tries = 300)
    void everyStepGivesOneUnitToOnePartUntilAllHaveTheirs(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 60) Long> weights) {
        List<Money> shares = weights.stream().map(PlayedCharge::euros).toList();
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        List<Money> earlier = GrowingSplit.of(PlayedCharge.euros(0), shares);
        for (long total = 1; total <= sum; total++) {
            List<Money> parts = GrowingSplit.of(PlayedCharge.euros(total), shares);
            assertThat(parts.stream().mapToLong(Money::minorUnits).sum()).isEqualTo(total);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i)).isGreaterThanOrEqualTo(earlier.get(i));
                assertThat(shares.get(i)).isGreaterThanOrEqualTo(parts.get(i));
            }
            earlier = parts;
        }
        assertThat(earlier).isEqualTo(shares);
    }

    @Property(tries = 300)
    void greatAmountsAreSplitExactly(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 99_999_999) Long> weights,
            @ForAll @LongRange(min = 0, max = 99_999_999) long total) {
        List<Money> parts = GrowingSplit.of(
                PlayedCharge.euros(total),
                weights.stream().map(PlayedCharge::euros).toList());
        assertThat(parts.stream().mapToLong(Money::minorUnits).sum()).isEqualTo(total);
        assertThat(parts).allMatch(part -> part.minorUnits() >= 0);
    }
}
