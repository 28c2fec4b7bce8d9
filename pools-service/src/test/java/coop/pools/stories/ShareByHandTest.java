package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.ids;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.UploadForm;
import java.util.List;

/** Whoever leaves a Pool with an account of its own is paid by two stewards, who try again when they could not. */
class ShareByHandTest {
    @OneDatabase
    void aShareThatCouldNotBeSentIsAskedForAgain(TestDatabase db) throws Exception {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            join(ben, games);
            decide(pools, propose(ana, "pools", games, CustodyTest.choose("own")), ana, ben);
            CustodyTest.openTheAccount(pools, ana, ben, games);
            CustodyTest.nameAsSteward(pools, ana, ben, games);
            join(chi, games);
            contribute(pools, chi, games, 5_000);
            pools.advance("P10D");
            String here = "/api/v1/pools/" + games;
            chi.delete(here + "/members/me").ok();
            pools.advance("PT2H");
            List<String> first = payouts(ana, here);
            assertThat(first).hasSize(1);
            for (Api steward : List.of(ana, ben)) {
                steward.post(
                                "/api/v1/payouts/" + first.get(0) + "/words",
                                new UploadForm().word("kind", "not-sent").word("text", "No such account"))
                        .ok();
            }
            pools.advance("PT2H");
            assertThat(payouts(ana, here)).as("not at once").isEqualTo(first);
            pools.advance("PT24H");
            assertThat(payouts(ana, here)).as("once more, and once only").hasSize(2);
            pools.advance("PT24H");
            assertThat(payouts(ana, here)).hasSize(2);
        }
    }

    private static List<String> payouts(Api reader, String here) {
        return ids(reader.get(here + "/payouts").ok().json().get("items"));
    }
}
