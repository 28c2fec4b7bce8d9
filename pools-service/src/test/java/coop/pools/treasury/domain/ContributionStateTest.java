package coop.pools.treasury.domain;

import static coop.pools.treasury.domain.ContributionState.AVAILABLE;
import static coop.pools.treasury.domain.ContributionState.EXPIRED;
import static coop.pools.treasury.domain.ContributionState.FAILED;
import static coop.pools.treasury.domain.ContributionState.PAID;
import static coop.pools.treasury.domain.ContributionState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ContributionStateTest {
    private record Step(ContributionState from, ContributionState to) {}

    private static final Set<Step> ALLOWED = Set.of(
            new Step(PENDING, PAID),
            new Step(PENDING, AVAILABLE),
            new Step(PENDING, FAILED),
            new Step(PENDING, EXPIRED),
            new Step(PAID, AVAILABLE),
            new Step(FAILED, PAID),
            new Step(FAILED, AVAILABLE),
            new Step(EXPIRED, PAID),
            new Step(EXPIRED, AVAILABLE));

    @Test
    void onlyTheListedStepsAreAllowed() {
        for (ContributionState from : ContributionState.values()) {
            for (ContributionState to : ContributionState.values()) {
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.contains(new Step(from, to)));
            }
        }
    }

    @Test
    void everyStateIsReadBackFromItsWord() {
        for (ContributionState state : ContributionState.values()) {
            assertThat(ContributionState.of(state.word())).isEqualTo(state);
        }
    }
}
