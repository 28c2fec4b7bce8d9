package coop.pools.round;

import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** When a round may be open: some time, and not for ever. */
final class RoundTimes {
    static final int MOST_DAYS = 90;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration FARTHEST = Duration.ofDays(180);

    private RoundTimes() {}

    /** From when until when, if it is enacted then; refuses with ROUND_TIMES. */
    static List<Instant> checked(RoundOrder.Times times, Instant enacted) {
        List<Instant> span = times.from(enacted).stream()
                .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                .toList();
        boolean early = span.get(1).isBefore(span.get(0).plus(SHORTEST));
        boolean late = span.get(1).isAfter(span.get(0).plus(Duration.ofDays(MOST_DAYS)))
                || span.get(0).isAfter(enacted.plus(FARTHEST));
        if (early || late) {
            String field = times.closesAt().isPresent() ? "action.closesAt" : "action.days";
            throw new Refused(RoundRefusal.ROUND_TIMES, Map.of("field", field, "most", MOST_DAYS));
        }
        return span;
    }
}
