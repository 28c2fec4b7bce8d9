package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;

class PeopleByVoteTest {
    @OneDatabase
    void membersAreAdmittedAndPutOutByVoteAlone(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            Api dee = pools.as("dee");
            String games = found(ana, "board-games");
            String here = "/api/v1/pools/" + games;
            join(ben, games);
            join(chi, games);
            dee.post(here + "/admissions", "{}").refused(409, "ADMISSION_IS_OPEN");
            String rules = "{\"member.admission\":\"vote\",\"expel.notice_days\":7,\"expel.appeal_days\":7}";
            decide(pools, propose(ana, "pools", games, wish("change-rules", "\"rules\":" + rules)), ana, ben, chi);
            String firm = wish("change-rules", "\"rules\":{\"steward.count\":1}");
            String first = propose(ana, "pools", games, firm);
            decide(pools, first, ana, ben, chi);
            assertThat(ana.get(here + "/bylaws")
                            .ok()
                            .json()
                            .at("/rules/steward.count")
                            .asInt())
                    .isEqualTo(3);
            Browser rulesPage = Browser.signedIn(pools.address(), "ben");
            assertThat(rulesPage.get("/pools/" + games + "/bylaws").ok())
                    .contains("Most stewards becomes 1 person", "Second vote possible from");
            assertThat(rulesPage.get("/proposals/" + first).ok()).contains("Can be proposed from");
            assertThat(ana.post(here + "/proposals", firm)
                            .refused(409, "SECOND_VOTE_TOO_SOON")
                            .text("detail"))
                    .contains("can be proposed from", ", and has to open by ");
            pools.advance("P30D");
            assertThat(ana.get("/api/v1/me/notices").ok().json().toString())
                    .contains("can be proposed now, and has to open by ");
            decide(pools, propose(ana, "pools", games, firm), ana, ben, chi);
            assertThat(ana.get(here + "/bylaws").ok().json().at("/waiting")).isEmpty();

            dee.post(here + "/members", "{}").refused(409, "ADMISSION_BY_VOTE");
            String person = dee.get("/api/v1/me").ok().text("id");
            String aboutDee = "\"person\":\"" + person + "\"";
            ana.post(here + "/proposals", wish("admit-member", aboutDee)).refused(422, "NOT_ASKED");
            String asked = dee.post(here + "/admissions", "{\"text\":\"I like **games**\"}")
                    .ok()
                    .text("proposal");
            assertThat(dee.post(here + "/admissions", "{}").ok().text("proposal"))
                    .isEqualTo(asked);
            Browser reading = Browser.signedIn(pools.address(), "ben");
            assertThat(reading.get("/proposals/" + asked).ok())
                    .contains("It is about")
                    .contains("games</strong>");
            pools.advance("PT48H");
            dee.put("/api/v1/proposals/" + asked + "/ballot", "{\"choice\":\"agree\"}")
                    .refused(403, "MEMBERS_ONLY");
            decide(pools, asked, ana, ben, chi);
            assertThat(ana.get("/api/v1/proposals/" + asked).ok().text("state")).isEqualTo("enacted");
            assertThat(dee.get(here + "/members").ok().json().get("items")).hasSize(4);

            ana.post(here + "/proposals", wish("remove-member", aboutDee)).refused(422, "TEXT_LENGTH");
            String removal = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"Part ways\",\"text\":\"Has hidden the games twice, in spite of two talks.\","
                            + "\"action\":{\"type\":\"remove-member\"," + aboutDee + "}}");
            assertThat(dee.get("/api/v1/me/notices").ok().body()).contains("wants to end your membership");
            dee.post("/api/v1/proposals/" + removal + "/comments", "{\"text\":\"I did not.\"}")
                    .ok();
            assertThat(Browser.signedIn(pools.address(), "dee")
                            .get("/proposals/" + removal)
                            .ok())
                    .contains("This vote is about you")
                    .doesNotContain("Cast my vote");
            pools.advance("PT48H");
            assertThat(ana.get("/api/v1/proposals/" + removal).ok().text("state"))
                    .as("there is time to answer")
                    .isEqualTo("discussion");
            pools.advance("PT120H");
            dee.put("/api/v1/proposals/" + removal + "/ballot", "{\"choice\":\"disagree\"}")
                    .refused(403, "CONCERNED_DO_NOT_VOTE");
            for (Api voter : new Api[] {ana, ben, chi}) {
                voter.put("/api/v1/proposals/" + removal + "/ballot", "{\"choice\":\"agree\"}")
                        .ok();
            }
            assertThat(ana.get("/api/v1/proposals/" + removal + "/count").ok().number("electorate.people"))
                    .isEqualTo(3);
            pools.advance("PT146H");
            assertThat(ana.get("/api/v1/proposals/" + removal).ok().text("state"))
                    .as("there is time to appeal")
                    .isEqualTo("cooling-off");
            pools.advance("PT168H");
            assertThat(ana.get("/api/v1/proposals/" + removal).ok().text("state"))
                    .isEqualTo("enacted");
            dee.get(here + "/members").refused(403, "NOT_A_MEMBER");
            dee.post(here + "/members", "{}").refused(403, "REMOVED_BY_VOTE");
            assertThat(Browser.signedIn(pools.address(), "dee")
                            .get("/proposals/" + removal)
                            .ok())
                    .doesNotContain("This vote is about you");

            String ben1 = ben.get("/api/v1/me").ok().text("id");
            String named = propose(ana, "pools", games, wish("name-steward", "\"person\":\"" + ben1 + "\""));
            decide(pools, named, ana, ben, chi);
            assertThat(ana.get("/api/v1/proposals/" + named).ok().text("blocked.code"))
                    .as("there may be one")
                    .isEqualTo("STEWARDS_TOO_MANY");
        }
    }

    private static String wish(String type, String more) {
        return "{\"title\":\"About people\",\"text\":\"\",\"action\":{\"type\":\"" + type + "\"," + more + "}}";
    }
}
