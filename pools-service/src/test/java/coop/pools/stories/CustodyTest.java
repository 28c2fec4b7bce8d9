package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.net.URI;
import java.util.Map;

class CustodyTest {
    @EveryDatabase
    void aPoolChoosesAnAccountOfItsOwnAndSaysSoEverywhere(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            String here = "/api/v1/pools/" + games;
            assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("host");
            assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(1);

            String choose = propose(ana, "pools", games, choose("own"));
            decide(pools, choose, ana, ben);
            assertThat(ana.get("/api/v1/proposals/" + choose).ok().text("state"))
                    .isEqualTo("enacted");
            assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("host");
            assertThat(ana.get(here + "/custody").ok().text("account")).isEqualTo("onboarding");

            ben.post(here + "/custody/account", "{\"country\":\"DE\"}").refused(403, "CUSTODY_STEWARDS_ONLY");
            ana.post(here + "/custody/account", "{\"country\":\"XX\"}").refused(422, "INVALID_FIELD");
            String opening = ana.post(here + "/custody/account", "{\"country\":\"DE\"}")
                    .ok()
                    .text("onboardingUrl");
            Browser browser = Browser.signedIn(pools.address(), "ana");
            String path = URI.create(opening).getPath();
            browser.submit(browser.get(path), path, Map.of());
            pools.advance("PT2H");
            assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("own");
            assertThat(ana.get(here + "/bylaws").ok().number("version")).isEqualTo(2);
            assertThat(browser.get("/pools/" + games).ok())
                    .contains("Held by its stewards, on the Pool&#39;s own account at the card processor");
            assertThat(browser.get("/pools/" + games + "/bylaws").ok()).contains("its stewards");
            assertThat(browser.get("/pools/" + games + "/custody").ok()).contains("one steward sends the money");

            String ben1 = ben.get("/api/v1/me").ok().text("id");
            String name = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"Ben as steward\",\"text\":\"\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                            + ben1 + "\"}}");
            decide(pools, name, ana, ben);
            assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(2);
            ana.post(
                            here + "/proposals",
                            "{\"title\":\"Again\",\"text\":\"\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                                    + ben1 + "\"}}")
                    .refused(409, "STEWARD_ALREADY");
            ben.delete(here + "/members/me").ok();
            assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(1);
        }
    }

    @EveryDatabase
    void moneyThatIsStillHeldBlocksTheChange(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            contribute(pools, ana, games, 5_000);
            String choose = propose(ana, "pools", games, choose("own"));
            decide(pools, choose, ana, ben);
            Api.Answer blocked = ana.get("/api/v1/proposals/" + choose).ok();
            assertThat(blocked.text("state")).isEqualTo("blocked");
            assertThat(blocked.text("blocked.code")).isEqualTo("CUSTODY_MONEY_LEFT");
            assertThat(ana.get("/api/v1/pools/" + games + "/custody").ok().text("mode"))
                    .isEqualTo("host");
            ana.post("/api/v1/pools/" + games + "/proposals", choose("host")).refused(409, "CUSTODY_UNCHANGED");
            ana.post("/api/v1/pools/" + games + "/proposals", choose("bank")).refused(422, "INVALID_FIELD");
            ana.post(
                            "/api/v1/pools/" + games + "/proposals",
                            "{\"title\":\"Stranger\",\"text\":\"\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                                    + pools.as("chi").get("/api/v1/me").ok().text("id") + "\"}}")
                    .refused(422, "STEWARD_NOT_A_MEMBER");
        }
    }

    private static String choose(String mode) {
        return "{\"title\":\"Who holds our money\",\"text\":\"\",\"action\":{\"type\":\"choose-custody\",\"mode\":\""
                + mode + "\"}}";
    }
}
