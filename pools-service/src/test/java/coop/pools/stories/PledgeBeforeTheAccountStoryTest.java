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
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.List;

/** A Pool has chosen an account of its own; what a bank gives back keeps the operator holding its money for longer. */
class PledgeBeforeTheAccountStoryTest {
    @OneDatabase
    void whatIsPledgedIsAskedForWhenTheAccountIsInUse(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            contribute(pools, ben, games, 3_000);
            String disputed = ana.post(
                            "/api/v1/pools/" + games + "/contributions",
                            "{\"amount\":{\"amountMinor\":4000,\"currency\":\"EUR\"}}")
                    .ok()
                    .text("id");
            pools.guest()
                    .post("/sandbox/checkouts/" + disputed, "{\"card\":\"4242424242424242\"}")
                    .ok();
            String runners = found(ana, "riverside-runners");
            contribute(pools, ana, runners, 6_000);
            pools.advance("P8D");
            Api.Answer founded = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Lights\",\"purpose\":\"Lamps on the path\",\"currency\":\"EUR\",\"pools\":[\""
                                    + games + "\",\"" + runners + "\"]}")
                    .ok();
            decideAll(pools, List.of(founded.text("proposals.0.id"), founded.text("proposals.1.id")), ana, ben);
            dispute(pools, disputed, "opened");
            pools.advance("PT1H");
            spendAll(pools, ana, ben, games);
            pools.advance("P1D");
            decideAll(
                    pools,
                    List.of(
                            propose(ana, "pools", games, toLights("pledge", 500)),
                            propose(ana, "pools", games, choose("own"))),
                    ana,
                    ben);
            dispute(pools, disputed, "won");
            pools.advance("P2D");

            long back = available(ana, "pools", games);
            assertThat(back).isPositive();
            String payouts = "/api/v1/pools/" + games + "/payouts";
            assertThat(ana.get(payouts).ok().json().get("items"))
                    .as("nobody could send it")
                    .hasSize(1);
            String give = propose(ana, "pools", games, toLights("fund-flood", 500));
            decide(pools, give, ana, ben);
            assertThat(ana.get("/api/v1/proposals/" + give).ok().text("blocked.code"))
                    .isEqualTo("CUSTODY_NOT_READY");
            assertThat(ana.get("/api/v1/proposals/" + give).ok().text("blocked.detail"))
                    .contains("Tuesday Board Games is changing who holds its money");
            assertThat(available(ana, "pools", games)).isEqualTo(back);

            spendAll(pools, ana, ben, games);
            openTheAccount(pools, ana, ben, games);
            contribute(pools, ben, games, 6_000);
            pools.advance("P8D");
            Api.Answer pledges = ana.get("/api/v1/floods/lights/pledges").ok();
            assertThat(pledges.json().at("/items/0/waitsForStewards").asBoolean())
                    .as("Ana alone cannot send it")
                    .isTrue();
            nameAsSteward(pools, ana, ben, games);
            pools.advance("P2D");
            String asked = ana.get(payouts).ok().text("items.0.id");
            assertThat(ana.get("/api/v1/payouts/" + asked).ok().text("way")).isEqualTo("stewards");
            assertThat(ana.get("/api/v1/payouts/" + asked).ok().number("amount.amountMinor"))
                    .isEqualTo(500);
            assertThat(ana.get("/api/v1/payouts/" + asked).ok().text("payee")).isNotEmpty();
        }
    }

    private static void spendAll(RunningPools pools, Api ana, Api ben, String pool) {
        String payee = payee(pools, ana, "pools", pool);
        decide(
                pools,
                propose(
                        ana,
                        "pools",
                        pool,
                        "{\"title\":\"All\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                                + "\",\"amount\":{\"amountMinor\":" + available(ana, "pools", pool)
                                + ",\"currency\":\"EUR\"},\"purpose\":\"All\"}}"),
                ana,
                ben);
        pools.advance("PT1H");
    }

    private static String toLights(String action, long minor) {
        return "{\"title\":\"For Lights\",\"text\":\"\",\"action\":{\"type\":\"" + action
                + "\",\"flood\":\"lights\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}}";
    }

    private static void dispute(RunningPools pools, String contribution, String outcome) {
        pools.guest()
                .post("/sandbox/contributions/" + contribution + "/dispute", "{\"outcome\":\"" + outcome + "\"}")
                .ok();
    }
}
