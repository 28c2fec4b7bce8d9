package coop.pools.round.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.round.domain.RoundResult.Line;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What comes of a round: every cent of the pot goes somewhere, and nobody gets what they were not given. */
class RoundResultTest {
    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.longs().between(1, 10_000),
                        Arbitraries.of(true, true, true, false))
                .as((counted, needed, open) -> new Line(eur(counted), eur(needed), open))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void everyCentOfThePotGoesSomewhere(
            @ForAll("lines") List<Line> lines, @ForAll long anyPot, @ForAll boolean keepsPartial) {
        long pot = Math.floorMod(anyPot, 60_000L);
        RoundResult result = RoundResult.of(eur(pot), lines, keepsPartial);
        long funded = 0;
        long given =
                lines.stream().mapToLong(line -> line.counted().minorUnits()).sum();
        for (int i = 0; i < lines.size(); i++) {
            long gets = result.funded().get(i).minorUnits();
            long counted = lines.get(i).counted().minorUnits();
            long needed = lines.get(i).needed().minorUnits();
            assertThat(gets).isBetween(0L, counted);
            assertThat(gets == 0 || keepsPartial || gets >= needed).isTrue();
            assertThat(gets == 0 || lines.get(i).open()).isTrue();
            if (gets > 0 && given <= pot) {
                assertThat(gets).as("nothing is cut where there is enough").isEqualTo(counted);
            }
            if (gets > 0 && given > pot) {
                assertThat(Math.abs(gets * given - counted * pot))
                        .as("less than a cent from the exact part")
                        .isLessThan(given);
            }
            funded += gets;
        }
        assertThat(funded + result.returned().minorUnits()).isEqualTo(pot);
        assertThat(result.returned().minorUnits()).isNotNegative();
    }

    @Example
    void aSmallerPotIsCutInTheOrderOfTheVote() {
        List<Line> lines = List.of(new Line(eur(100), eur(10), true), new Line(eur(100), eur(10), true));
        assertThat(RoundResult.of(eur(151), lines, false).funded()).containsExactly(eur(76), eur(75));
        assertThat(RoundResult.of(eur(15), lines, false).funded()).containsExactly(eur(0), eur(0));
        assertThat(RoundResult.of(eur(15), lines, true).returned()).isEqualTo(eur(0));
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
