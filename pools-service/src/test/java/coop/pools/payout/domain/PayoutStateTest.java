package coop.pools.payout.domain;

import static coop.pools.payout.domain.PayoutState.FAILED;
import static coop.pools.payout.domain.PayoutState.PAID;
import static coop.pools.payout.domain.PayoutState.RESERVED;
import static coop.pools.payout.domain.PayoutState.REVERSED;
import static coop.pools.payout.domain.PayoutState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PayoutStateTest {
    private record Step(PayoutState from, PayoutState to) {}

    private static final Set<Step> ALLOWED = Set.of(
            new Step(RESERVED, SENT),
            new Step(RESERVED, FAILED),
            new Step(SENT, PAID),
            new Step(SENT, FAILED),
            new Step(PAID, REVERSED));

    @Test
    void onlyTheListedStepsAreAllowed() {
        for (PayoutState from : PayoutState.values()) {
            for (PayoutState to : PayoutState.values()) {
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.contains(new Step(from, to)));
            }
        }
    }
}
