package coop.pools.flood.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.domain.CostPlan.Holder;
import coop.pools.flood.domain.CostPlan.Part;
import coop.pools.kernel.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CostPlanTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void ofHundredTwoHundredAndThreeHundredSixtyAreTenTwentyAndThirty() {
        CostPlan plan = CostPlan.of(eur(6_000), holders(10_000, 20_000, 30_000), Shortfall.STOP);
        assertThat(drawn(plan)).containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void theCentThatIsLeftOverGoesToThePoolThatJoinedFirst() {
        List<Holder> same = List.of(holder(2, 1, 1, 50), holder(1, 3, 1, 50), holder(3, 2, 1, 50));
        CostPlan plan = CostPlan.of(eur(100), same, Shortfall.STOP);
        assertThat(plan.parts()).extracting(Part::pool).containsExactly(pool(2), pool(3), pool(1));
        assertThat(drawn(plan)).containsExactly(34L, 33L, 33L);
    }

    @Test
    void whatOnePoolLacksStopsThePaymentOrIsBorneByTheOthers() {
        List<Holder> three = List.of(holder(1, 1, 1, 5), holder(2, 2, 1, 100), holder(3, 3, 1, 100));
        CostPlan stopped = CostPlan.of(eur(60), three, Shortfall.STOP);
        assertThat(stopped.isWhole()).isFalse();
        assertThat(drawn(stopped)).containsOnly(0L);
        assertThat(stopped.lacking()).isEqualTo(eur(15));
        CostPlan covered = CostPlan.of(eur(60), three, Shortfall.OTHERS_MAY_COVER);
        assertThat(covered.isCovered()).isTrue();
        assertThat(drawn(covered)).containsExactly(5L, 28L, 27L);
    }

    @Test
    void whoseWeightIsNothingIsAskedForNothingAndCoversNothing() {
        List<Holder> two = List.of(holder(1, 1, 3, 10), holder(2, 2, 0, 100));
        assertThat(CostPlan.of(eur(11), two, Shortfall.OTHERS_MAY_COVER).isWhole())
                .isFalse();
        assertThat(drawn(CostPlan.of(eur(10), two, Shortfall.STOP))).containsExactly(10L, 0L);
        assertThat(CostPlan.of(eur(1), List.of(holder(1, 1, 0, 9)), Shortfall.STOP)
                        .isWhole())
                .isFalse();
    }

    @Provide
    Arbitrary<List<Holder>> pools() {
        Arbitrary<Holder> one = Combinators.combine(
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.longs().between(0, 3))
                .as((weight, free, day) -> holder(0, day, weight, free));
        return one.list().ofMinSize(1).ofMaxSize(12).map(CostPlanTest::numbered);
    }

    /** Below what a Pool has, each share is within one cent of its exact part; nobody gives more than it has. */
    @Property(tries = 500)
    void sharesAreExactToTheCentAndNobodyGivesWhatItDoesNotHave(
            @ForAll("pools") List<Holder> pools, @ForAll @LongRange(min = 1, max = 200) long amount) {
        for (Shortfall rule : Shortfall.values()) {
            CostPlan plan = CostPlan.of(eur(amount), pools, rule);
            long sum = drawn(plan).stream().mapToLong(x -> x).sum();
            assertThat(sum).isIn(0L, amount);
            plan.parts().forEach(part -> assertThat(part.drawn()).isLessThanOrEqualTo(part.free()));
            long reach = pools.stream()
                    .filter(pool -> pool.weight() > 0)
                    .mapToLong(pool -> pool.free().minorUnits())
                    .sum();
            if (rule == Shortfall.OTHERS_MAY_COVER) {
                assertThat(plan.isWhole()).isEqualTo(reach >= amount);
            }
            if (plan.isWhole()) {
                assertThat(isFair(plan, pools)).isTrue();
            }
        }
    }

    /** Who has something left gives, measured by its weight, as much as everybody else who has: to the cent. */
    private static boolean isFair(CostPlan plan, List<Holder> pools) {
        Map<UUID, Long> weights = new HashMap<>();
        pools.forEach(pool -> weights.put(pool.pool(), pool.weight()));
        for (Part one : plan.parts()) {
            for (Part other : plan.parts()) {
                boolean canGive = one.free().isMoreThan(one.drawn());
                long less = (one.drawn().minorUnits() + 1) * weights.get(other.pool());
                long more = (other.drawn().minorUnits() - 1) * weights.get(one.pool());
                if (canGive && BigInteger.valueOf(less).compareTo(BigInteger.valueOf(more)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Property(tries = 200)
    void theOrderOfTheInputDoesNotMatter(
            @ForAll("pools") List<Holder> pools,
            @ForAll @LongRange(min = 1, max = 200) long amount,
            @ForAll Random random) {
        List<Holder> shuffled = new ArrayList<>(pools);
        Collections.shuffle(shuffled, random);
        for (Shortfall rule : Shortfall.values()) {
            assertThat(CostPlan.of(eur(amount), shuffled, rule)).isEqualTo(CostPlan.of(eur(amount), pools, rule));
        }
    }

    private static List<Holder> holders(long... free) {
        List<Holder> holders = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            holders.add(holder(i, i, free[i], free[i]));
        }
        return holders;
    }

    private static List<Holder> numbered(List<Holder> holders) {
        List<Holder> numbered = new ArrayList<>();
        for (Holder one : holders) {
            numbered.add(new Holder(pool(numbered.size()), one.joinedAt(), one.weight(), one.free()));
        }
        return numbered;
    }

    private static Holder holder(int pool, long day, long weight, long free) {
        return new Holder(pool(pool), DAY.plusSeconds(86_400 * day), weight, eur(free));
    }

    private static UUID pool(int number) {
        return new UUID(7, number);
    }

    private static List<Long> drawn(CostPlan plan) {
        return plan.parts().stream().map(part -> part.drawn().minorUnits()).toList();
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
