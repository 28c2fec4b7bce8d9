package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.fund;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.Map;

/** What the stewards of a Flood are told of its payments, and the one thing that they can do for them. */
class FloodCareTest {
    @OneDatabase
    void stewardsLearnWhatNeedsCareAndHaveItTriedAgain(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api dee = pools.as("dee");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            join(dee, garden);
            String flood = FloodStewardsTest.flood(pools, "Fair", games, garden, ana, ben, dee);
            contribute(pools, ana, games, 10_000);
            fund(pools, ana, games, flood, 5_000, ana);
            String payee = ana.post("/api/v1/floods/" + flood + "/payees", "{\"name\":\"Tent owner\"}")
                    .ok()
                    .text("id");
            decide(pools, propose(ana, "floods", flood, pay(payee, 3_000)), ana, ben, dee);
            String payout = ana.get("/api/v1/floods/" + flood + "/payouts").ok().text("items.0.id");
            assertThat(told(ana)).contains("PAYOUT_WAITS_FOR_PAYEE", "no bank details yet", "/payouts/" + payout);
            assertThat(told(ben)).contains("PAYOUT_WAITS_FOR_PAYEE");
            assertThat(told(dee)).as("is no steward").doesNotContain("PAYOUT_WAITS_FOR_PAYEE");

            // Only stewards see the button, and only they can; not just after a try.
            pools.advance("PT3M");
            pools.advance("PT3M");
            String again = "/api/v1/payouts/" + payout + "/try-again";
            Browser steward = Browser.signedIn(pools.address(), "ana");
            Browser.Page page = steward.get("/payouts/" + payout);
            assertThat(page.ok()).contains("Try again now");
            for (String other : new String[] {"dee", "chi"}) {
                Browser browser = Browser.signedIn(pools.address(), other);
                assertThat(browser.get("/payouts/" + payout).ok()).doesNotContain("Try again now");
                pools.as(other).post(again, "").refused(403, "STEWARDS_ONLY");
            }
            assertThat(Browser.guest(pools.address()).get("/payouts/" + payout).ok())
                    .doesNotContain("Try again now");
            pools.guest().post(again, "").refused(401, "SIGN_IN_REQUIRED");
            assertThat(steward.submit(page, "/payouts/" + payout + "/try-again", Map.of())
                            .status())
                    .isEqualTo(303);
            assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("state")).isEqualTo("reserved");
            pools.guest().post("/sandbox/payees/" + payee, "{}").ok();
            pools.advance("PT5H");
            assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("state")).isEqualTo("paid");
            ana.post(again, "").refused(409, "PAYOUT_NOT_WAITING");
            assertThat(told(ana)).as("once").containsOnlyOnce("PAYOUT_WAITS_FOR_PAYEE");

            // What cannot be carried out is told too.
            decide(pools, propose(ana, "floods", flood, pay(payee, 4_000)), ana, ben, dee);
            assertThat(told(ben)).contains("PAYMENT_BLOCKED", "could not be carried out");
            assertThat(told(dee)).doesNotContain("PAYMENT_BLOCKED");
        }
    }

    private static String told(Api person) {
        return person.get("/api/v1/me/notices").ok().body();
    }

    private static String pay(String payee, long minor) {
        return "{\"title\":\"Tents\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                + "\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"purpose\":\"Tents\"}}";
    }
}
