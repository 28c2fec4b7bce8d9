package coop.pools.treasury.domain;

import static coop.pools.treasury.domain.ContributionState.AVAILABLE;
import static coop.pools.treasury.domain.ContributionState.DISPUTED;
import static coop.pools.treasury.domain.ContributionState.PAID;
import static coop.pools.treasury.domain.ContributionState.PARTLY_REFUNDED;
import static coop.pools.treasury.domain.ContributionState.PENDING;
import static coop.pools.treasury.domain.ContributionState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ContributionStateTest {
    private record Step(ContributionState from, ContributionState to) {}

    private static final Set<ContributionState> BOOKED = Set.of(PAID, AVAILABLE, PARTLY_REFUNDED, REFUNDED, DISPUTED);

    /** Written out by another rule than the table: money that has come stays, and what was free stays free. */
    private static boolean allowed(Step step) {
        if (step.from() == step.to() || step.to() == PENDING) {
            return false;
        }
        if (!BOOKED.contains(step.to())) {
            return step.from() == PENDING;
        }
        return !step.equals(new Step(AVAILABLE, PAID));
    }

    @Test
    void onlyTheListedStepsAreAllowed() {
        for (ContributionState from : ContributionState.values()) {
            for (ContributionState to : ContributionState.values()) {
                assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(allowed(new Step(from, to)));
            }
        }
    }

    @Test
    void whatIsBookedIsKnown() {
        for (ContributionState state : ContributionState.values()) {
            assertThat(state.isBooked()).isEqualTo(BOOKED.contains(state));
        }
    }

    @Test
    void everyStateIsReadBackFromItsWord() {
        for (ContributionState state : ContributionState.values()) {
            assertThat(ContributionState.of(state.word())).isEqualTo(state);
        }
    }
}
