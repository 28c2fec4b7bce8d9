package coop.pools.commons.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The published share rises on its dates, and falls only where it was said that it may. */
class ScheduleProperties {
    private static final Instant FIRST = Instant.parse("2026-03-10T12:00:00Z");

    private static Schedule of(ShareTerms terms) {
        return new Schedule(List.of(new Stretch(1, FIRST, terms, Optional.empty())));
    }

    private static Instant years(int years, int days) {
        return FIRST.atOffset(ZoneOffset.UTC).plusYears(years).plusDays(days).toInstant();
    }

    @Provide
    Arbitrary<ShareTerms> terms() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 3_000),
                        Arbitraries.integers().between(0, 10_000))
                .as((first, rise, most) -> new ShareTerms(Math.min(first, most), rise, most));
    }

    @Example
    void itRisesByItselfOnItsDateAndNoFurtherThanPublished() {
        Schedule schedule = of(new ShareTerms(1_000, 1_000, 2_500));
        assertThat(schedule.at(years(1, 0).minusSeconds(1))).isEqualTo(1_000);
        assertThat(schedule.at(years(1, 0))).isEqualTo(2_000);
        assertThat(schedule.at(years(2, 0))).isEqualTo(2_500);
        assertThat(schedule.at(years(9, 0))).isEqualTo(2_500);
        assertThat(schedule.rises(FIRST, 10))
                .containsExactly(new Schedule.Rise(years(1, 0), 2_000), new Schedule.Rise(years(2, 0), 2_500));
    }

    @Example
    void aVoteDoesNotPutTheNextRiseOff() {
        Schedule before = of(new ShareTerms(1_000, 1_000, 5_000));
        Stretch voted = before.next(new ShareTerms(1_500, 1_000, 5_000), years(0, 300), Optional.empty());
        List<Stretch> all = new ArrayList<>(before.stretches());
        all.add(voted);
        Schedule after = new Schedule(all);
        assertThat(after.at(years(0, 299))).isEqualTo(1_000);
        assertThat(after.at(years(0, 300))).isEqualTo(1_500);
        assertThat(after.at(years(1, 0))).as("the anniversary of the first").isEqualTo(2_500);
    }

    @Example
    void aLeapDayHasAnniversariesInOtherYearsToo() {
        Instant leap = Instant.parse("2028-02-29T08:00:00Z");
        Schedule schedule =
                new Schedule(List.of(new Stretch(1, leap, new ShareTerms(1_000, 500, 9_000), Optional.empty())));
        for (Schedule.Rise rise : schedule.rises(leap, 8)) {
            assertThat(schedule.at(rise.at())).isEqualTo(rise.basisPoints());
            assertThat(schedule.at(rise.at().minusSeconds(1))).isLessThan(rise.basisPoints());
        }
    }

    @Property(tries = 300)
    void whatMayNotFallNeverDoes(
            @ForAll("terms") ShareTerms first,
            @ForAll @Size(max = 5) List<@From("terms") ShareTerms> wishes,
            @ForAll @IntRange(min = 1, max = 900) int apart) {
        Schedule schedule = of(first);
        Schedule published = schedule;
        for (int i = 0; i < wishes.size(); i++) {
            Instant at = years(0, apart * (i + 1));
            if (!wishes.get(i).isEverBelow(published.terms(at))) {
                List<Stretch> all = new ArrayList<>(published.stretches());
                all.add(published.next(wishes.get(i), at, Optional.empty()));
                published = new Schedule(all);
            }
        }
        for (int days = 0; days < 12_000; days += 37) {
            Instant at = years(0, days);
            assertThat(published.at(at)).isGreaterThanOrEqualTo(schedule.at(at));
            assertThat(published.at(at.plusSeconds(86_400))).isGreaterThanOrEqualTo(published.at(at));
        }
    }

    @Property(tries = 500)
    void everBelowMeansBelowInSomeYear(@ForAll("terms") ShareTerms one, @ForAll("terms") ShareTerms other) {
        boolean below = false;
        for (int years = 0; years <= 10_001; years++) {
            below |= one.after(years) < other.after(years);
        }
        assertThat(one.isEverBelow(other)).isEqualTo(below);
    }
}
