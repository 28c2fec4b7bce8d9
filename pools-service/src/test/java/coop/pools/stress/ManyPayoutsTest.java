package coop.pools.stress;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;

/** The short form of {@code stress/run payouts}. */
class ManyPayoutsTest {
    @EveryDatabase
    void everyPayoutHasExactlyOneTransferHoweverBadlyTheProcessorAnswers(TestDatabase db) throws Exception {
        ManyPayouts.Outcome outcome = ManyPayouts.run(db, 40, 1);
        assertThat(outcome.troubles()).isGreaterThan(10);
        assertThat(outcome.isExact()).as("%s", outcome).isTrue();
    }
}
