package coop.pools.recurring.domain;

import static coop.pools.recurring.domain.RecurringState.ENDED;
import static coop.pools.recurring.domain.RecurringState.EXPIRED;
import static coop.pools.recurring.domain.RecurringState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecurringStateTest {
    @Test
    void whatHasEndedNeverBeginsAgainAndWhatHasBegunIsNeverPending() {
        for (RecurringState from : RecurringState.values()) {
            for (RecurringState to : RecurringState.values()) {
                boolean expected = from != to
                        && from != ENDED
                        && (from == PENDING || to != PENDING)
                        && (to != EXPIRED || from == PENDING);
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(expected);
            }
        }
    }

    @Test
    void wordsLeadBackToTheirStates() {
        for (RecurringState state : RecurringState.values()) {
            assertThat(RecurringState.of(state.word())).isEqualTo(state);
        }
    }
}
