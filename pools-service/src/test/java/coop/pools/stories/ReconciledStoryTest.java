package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.governance.web.CountFile;
import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;

/** The books of the demo's history, and what operators can ask for. */
class ReconciledStoryTest {
    @OneDatabase
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
            // Votes that are open in the sample have closed by then.
            pools.advance("P9D");
            assertThat(recounted(pools.guest(), "pools") + recounted(pools.guest(), "floods"))
                    .isGreaterThan(4);
        }
    }

    /** Counts every closed vote again from its file alone; answers how many there were. */
    private static int recounted(Api guest, String kind) {
        int votes = 0;
        for (JsonNode body : guest.get("/api/v1/" + kind).ok().json().get("items")) {
            String proposals = "/api/v1/" + kind + "/" + body.get("slug").asText() + "/proposals";
            for (JsonNode proposal : guest.get(proposals).ok().json().get("items")) {
                if (proposal.hasNonNull("outcome")) {
                    String address = "/api/v1/proposals/" + proposal.get("id").asText() + "/count/file";
                    CountFile.Read file = CountFile.read(guest.get(address).ok().body());
                    assertThat(file.sheet().fault()).as(file.title()).isEmpty();
                    assertThat(CountFile.resultOf(file.sheet().count().outcome()))
                            .as(file.title())
                            .isEqualTo(file.result())
                            .contains(
                                    "\"agree\":" + proposal.at("/outcome/agree").asText() + ",")
                            .contains("\"passed\":"
                                    + proposal.at("/outcome/passed").asText());
                    votes++;
                }
            }
        }
        return votes;
    }

    @OneDatabase
    void operatorsCompareAndLookAtEventsOnTheAdminPort(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            assertThat(pools.task("reconcile")).contains("EXACT at ", " 0 differences");
            assertThat(pools.task("reconcile?own=txn_1")).contains("txn_1 is not an unknown movement");
            assertThat(pools.task("events-set-aside")).contains("no event is set aside");
            assertThat(pools.task("mail-set-aside")).contains("no mail is set aside");
            assertThat(pools.task("mail-set-aside?retry=all")).contains("0 mails are sent again");
            assertThat(pools.task("events-set-aside?retry=all")).contains("0 events are tried again");
            assertThat(pools.task("events-set-aside?dismiss=evt_1")).contains("say why");
            assertThat(pools.task("events-set-aside?dismiss=evt_1&reason=old")).contains("is not among");
        }
    }
}
