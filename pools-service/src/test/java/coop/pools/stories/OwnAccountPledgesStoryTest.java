package coop.pools.stories;

import static coop.pools.stories.CustodyTest.choose;
import static coop.pools.stories.CustodyTest.nameAsSteward;
import static coop.pools.stories.CustodyTest.openTheAccount;
import static coop.pools.stories.MainJobStoryTest.available;
import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static coop.pools.stories.OwnAccountInFloodStoryTest.assertExact;
import static coop.pools.stories.OwnAccountInFloodStoryTest.page;
import static coop.pools.stories.OwnAccountInFloodStoryTest.send;
import static coop.pools.stories.OwnAccountInFloodStoryTest.topUp;
import static coop.pools.stories.OwnAccountInFloodStoryTest.untilSeen;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.List;

/** A Pool with an account of its own pledges a share of each month to a Flood, and two stewards send what falls due. */
class OwnAccountPledgesStoryTest {
    @OneDatabase
    void whatFallsDueTwoStewardsSendOnceAndItCountsWhenItHasArrived(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            decide(pools, propose(ana, "pools", games, choose("own")), ana, ben);
            openTheAccount(pools, ana, ben, games);
            nameAsSteward(pools, ana, ben, games);
            String runners = found(ana, "riverside-runners");
            Api.Answer founded = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Lights\",\"purpose\":\"Lamps on the path\",\"currency\":\"EUR\",\"pools\":[\""
                                    + games + "\",\"" + runners + "\"]}")
                    .ok();
            decideAll(pools, List.of(founded.text("proposals.0.id"), founded.text("proposals.1.id")), ana, ben);
            assertThat(page(pools, "/pools/" + games + "/proposals/new?type=pledge"))
                    .contains("two stewards send by hand each time");
            assertThat(page(pools, "/pools/" + runners + "/proposals/new?type=pledge"))
                    .doesNotContain("two stewards");
            String pledge = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"We pledge\",\"text\":\"\",\"action\":{\"type\":\"pledge\",\"flood\":\"lights\","
                            + "\"amount\":{\"amountMinor\":5000,\"currency\":\"EUR\"},\"basisPoints\":1000}}");
            assertThat(page(pools, "/proposals/" + pledge)).contains("whatever falls due two stewards send");
            decide(pools, pledge, ana, ben);
            contribute(pools, ben, games, 6_000);
            assertThat(page(pools, "/proposals/" + pledge)).contains("What came of it", "Next on");
            long had = available(ana, "pools", games);

            pools.advance("P31D");
            Api.Answer told = months(ana);
            long taken = told.json().at("/items/0/months/0/taken/amountMinor").asLong();
            assertThat(taken)
                    .isPositive()
                    .isEqualTo(told.json()
                                    .at("/items/0/months/0/cameIn/amountMinor")
                                    .asLong()
                            / 10);
            assertThat(told.text("items.0.months.0.state")).isEqualTo("ordered");
            String payout = told.text("items.0.months.0.payout");
            assertThat(available(ana, "pools", games)).isEqualTo(had - taken);
            assertThat(page(pools, "/payouts/" + payout))
                    .contains(
                            "It is due by a pledge that the members decided",
                            "/proposals/" + pledge,
                            "Due, and set aside");
            assertThat(page(pools, "/proposals/" + pledge))
                    .contains("ordered; two stewards send it", "Ordered; two stewards send it", "/payouts/" + payout);
            assertThat(page(pools, "/floods/lights")).contains("has not arrived yet. Next on", "is still to be sent");
            assertThat(page(pools, "/notices")).contains("It waits for two stewards");
            assertThat(page(pools, "/pools/" + games + "/ledger")).contains("/proposals/" + pledge);

            send(ana, ben, payout);
            assertThat(months(ana).text("items.0.months.0.state")).isEqualTo("on-its-way");
            topUp(pools, 1, taken, "Board Games " + payout);
            untilSeen(pools, payout, "It has arrived with whoever holds");
            assertThat(months(ana).text("items.0.months.0.state")).isEqualTo("arrived");
            assertThat(page(pools, "/proposals/" + pledge)).contains("Arrived");
            assertThat(page(pools, "/floods/lights")).doesNotContain("has not arrived yet");
            assertThat(available(ana, "floods", "lights")).isEqualTo(taken);
            pools.advance("P5D");
            assertThat(months(ana).json().at("/items/0/months")).hasSize(1);
            assertThat(available(ana, "pools", games)).as("once").isEqualTo(had - taken);
            assertExact(pools);
        }
    }

    private static Api.Answer months(Api ana) {
        return ana.get("/api/v1/floods/lights/pledges").ok();
    }
}
