package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;

/** The books of the demo's history, and what operators can ask for. */
class ReconciledStoryTest {
    @EveryDatabase
    void theHistoryOfTheDemoIsEqualToTheCent(TestDatabase db) {
        try (RunningPools pools = RunningPools.withSamples(db)) {
            pools.advance("P1D");
            String all = pools.guest().get("/api/v1/reconciliation").ok().json().toString();
            assertThat(all).contains("\"result\":\"exact\"").contains("\"differences\":[]");
            assertThat(pools.guest().get("/api/v1/pools/corner-garden").ok().number("recurringMonthly.amountMinor"))
                    .isEqualTo(1_000);
            assertThat(pools.guest().get("/api/v1/pools/repair-cafe").ok().number("openDisputes"))
                    .isEqualTo(1);
            assertThat(pools.guest()
                            .get("/api/v1/pools/sunday-kitchen/buckets")
                            .ok()
                            .text("items.0.name"))
                    .isEqualTo("Big pots");
        }
    }

    @EveryDatabase
    void operatorsCompareAndLookAtEventsOnTheAdminPort(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            assertThat(pools.task("reconcile")).contains("EXACT at ", " 0 differences");
            assertThat(pools.task("reconcile?own=txn_1")).contains("txn_1 is not an unknown movement");
            assertThat(pools.task("events-set-aside")).contains("no event is set aside");
            assertThat(pools.task("events-set-aside?retry=all")).contains("0 events are tried again");
            assertThat(pools.task("events-set-aside?dismiss=evt_1")).contains("say why");
            assertThat(pools.task("events-set-aside?dismiss=evt_1&reason=old")).contains("is not among");
        }
    }
}
