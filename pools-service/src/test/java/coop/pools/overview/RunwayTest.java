package coop.pools.overview;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.MonthFlow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunwayTest {
    @Test
    void thePaceIsThatOfTheLastThreeWholeMonths() {
        assertThat(Runway.of(eur(1_000), months(900, 100, 200, 300))).contains(new Runway(50, 3));
    }

    @Test
    void monthsBeforeThePoolBeganSayNothing() {
        assertThat(Runway.of(eur(1_000), months(0, 0, 0, 400))).contains(new Runway(25, 1));
    }

    @Test
    void aQuietMonthAfterItBeganCounts() {
        assertThat(Runway.of(eur(1_000), months(0, 400, 0, 0))).contains(new Runway(75, 3));
    }

    @Test
    void nobodyCanTellWhereNothingWentOut() {
        assertThat(Runway.of(eur(1_000), months(0, 0, 0))).isEmpty();
        assertThat(Runway.of(eur(1_000), List.of())).isEmpty();
    }

    @Test
    void anEmptyPoolLastsNoTime() {
        assertThat(Runway.of(eur(0), months(10))).contains(new Runway(0, 1));
    }

    @Test
    void whatOutlivesEverybodyIsNotANumber() {
        assertThat(Runway.of(eur(Long.MAX_VALUE), months(1)).orElseThrow().isFar())
                .isTrue();
    }

    private static List<MonthFlow> months(long... out) {
        List<MonthFlow> months = new ArrayList<>();
        for (long minor : out) {
            YearMonth month = YearMonth.of(2026, 1).plusMonths(months.size());
            months.add(new MonthFlow(month, eur(0), eur(minor), Map.of(), Map.of()));
        }
        return months;
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
