package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.Map;

/** Who asks to be let in can take that back until they are in, and is never let in against their will. */
class AskingToJoinTest {
    @EveryDatabase
    void aRequestIsTakenBackBeforeAndDuringItsVote(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api dee = pools.as("dee");
            String games = votedPool(pools, ana, ben);
            String here = "/api/v1/pools/" + games;

            dee.get(here + "/admissions/me").refused(404, "NOT_FOUND");
            String early = asked(dee, here);
            assertThat(dee.get(here + "/admissions/me").ok().text("state")).isEqualTo("discussion");
            takenBack(dee, here);
            assertThat(stateOf(ana, early)).isEqualTo("withdrawn");
            takenBack(dee, here);
            ana.post(here + "/proposals", admit(dee)).refused(409, "REQUEST_WITHDRAWN");

            String open = asked(dee, here);
            pools.advance("PT48H");
            agree(open, ana, ben);
            takenBack(dee, here);
            assertThat(Browser.signedIn(pools.address(), "ben")
                            .get("/proposals/" + open)
                            .ok())
                    .contains("has taken the request back");
            assertThat(asked(dee, here)).as("asking again while it runs").isEqualTo(open);
            takenBack(dee, here);
            pools.advance("P14D");
            assertThat(ana.get("/api/v1/proposals/" + open).ok().text("blocked.code"))
                    .isEqualTo("REQUEST_WITHDRAWN");
            assertThat(members(ana, here)).isEqualTo(2);
        }
    }

    @OneDatabase
    void aRequestThatOutlivesItsRejectionCanBeTakenBackToo(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api dee = pools.as("dee");
            String games = votedPool(pools, ana, ben);
            String here = "/api/v1/pools/" + games;
            asked(dee, here);
            pools.advance("PT48H");
            pools.advance("P14D");
            String second = propose(ana, "pools", games, admit(dee));
            pools.advance("PT48H");
            agree(second, ana, ben);
            Browser page = Browser.signedIn(pools.address(), "dee");
            Browser.Page join = page.get("/pools/" + games + "/join");
            assertThat(join.ok()).contains("Your request still stands");
            assertThat(page.submit(join, "/pools/" + games + "/admission/withdraw", Map.of())
                            .location())
                    .endsWith("?said=request-withdrawn");
            assertThat(page.get("/pools/" + games + "/join").ok()).doesNotContain("Take my request back");
            pools.advance("P14D");
            assertThat(ana.get("/api/v1/proposals/" + second).ok().text("blocked.code"))
                    .as("the second vote was not dee's own")
                    .isEqualTo("REQUEST_WITHDRAWN");
            assertThat(members(ana, here)).isEqualTo(2);

            decide(pools, asked(dee, here), ana, ben);
            assertThat(members(ana, here)).isEqualTo(3);
            takenBack(dee, here);
            dee.delete(here + "/members/me").ok();
            ana.post(here + "/proposals", admit(dee)).refused(409, "REQUEST_WITHDRAWN");
        }
    }

    @EveryDatabase
    void aFormThatIsSentOnceMoreAfterItsRequestWasTakenBackIsShownAgain(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api dee = pools.as("dee");
            String games = votedPool(pools, ana, pools.as("ben"));
            Browser page = Browser.signedIn(pools.address(), "dee");
            Browser.Page form = page.get("/pools/" + games + "/join");
            Map<String, String> yes = Map.of("accept", "true");
            String first =
                    page.submit(form, "/pools/" + games + "/admission", yes).location();
            takenBack(dee, "/api/v1/pools/" + games);

            Browser.Page again = page.submit(form, "/pools/" + games + "/admission", yes);
            assertThat(again.refused(409)).contains("name=\"accept\"");
            assertThat(page.submit(again, "/pools/" + games + "/admission", yes).location())
                    .contains("/proposals/")
                    .isNotEqualTo(first);
        }
    }

    private static String votedPool(RunningPools pools, Api ana, Api ben) {
        String games = found(ana, "board-games");
        join(ben, games);
        String rules = "{\"title\":\"Who comes\",\"text\":\"\",\"action\":{\"type\":\"change-rules\","
                + "\"rules\":{\"member.admission\":\"vote\"}}}";
        decide(pools, propose(ana, "pools", games, rules), ana, ben);
        return games;
    }

    private static String asked(Api somebody, String here) {
        return somebody.post(here + "/admissions", "{}").ok().text("proposal");
    }

    private static void takenBack(Api somebody, String here) {
        somebody.delete(here + "/admissions/me").ok();
        if (somebody.get(here + "/members").status() != 200) {
            somebody.get(here + "/admissions/me").refused(404, "NOT_FOUND");
        }
    }

    private static void agree(String proposal, Api... voters) {
        for (Api voter : voters) {
            voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
        }
    }

    private static String admit(Api somebody) {
        return "{\"title\":\"Let them in\",\"text\":\"\",\"action\":{\"type\":\"admit-member\",\"person\":\""
                + somebody.get("/api/v1/me").ok().text("id") + "\"}}";
    }

    private static String stateOf(Api reader, String proposal) {
        return reader.get("/api/v1/proposals/" + proposal).ok().text("state");
    }

    private static int members(Api reader, String here) {
        return reader.get(here + "/members").ok().json().get("items").size();
    }
}
