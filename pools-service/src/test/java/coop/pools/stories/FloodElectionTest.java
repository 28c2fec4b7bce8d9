package coop.pools.stories;

import static coop.pools.stories.FloodStewardsTest.flood;
import static coop.pools.stories.FloodStewardsTest.id;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.ids;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** Elections of a Flood's stewards fill the places that there are, and others follow when a term ends. */
class FloodElectionTest {
    @EveryDatabase
    void othersFollowWhenTermsEndAndNoElectionFillsMorePlacesThanThereAre(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            Api dee = pools.as("dee");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            join(chi, garden);
            join(dee, garden);
            String flood = flood(pools, "Fair", games, garden, ana, ben, chi, dee);
            String rules = "{\"title\":\"Elect\",\"text\":\"\",\"action\":{\"type\":\"change-compact\",\"rules\":"
                    + "{\"flood.stewards\":\"elected\",\"flood.steward_count\":2,\"flood.steward_months\":12}}}";
            decide(pools, propose(ana, "floods", flood, rules), ana, ben, chi, dee);

            String here = "/api/v1/floods/" + flood + "/proposals";
            ana.post(here, election(3, ana, ben, chi, dee)).refused(409, "STEWARD_PLACES");
            Browser member = Browser.signedIn(pools.address(), "ana");
            assertThat(member.get("/floods/" + flood + "/proposals/new?type=elect")
                            .ok())
                    .contains("id=\"f-seats-hint\">There are at most 2 stewards; 2 of the places can be filled now");
            elect(pools, propose(ana, "floods", flood, election(2, ana, ben, chi)), "abc", ana, ben, chi, dee);
            assertThat(stewards(ana, flood)).containsExactlyInAnyOrder(id(ana), id(ben));

            // Both places are taken for months yet.
            ana.post(here, election(1, chi, dee)).refused(409, "STEWARD_PLACES");
            pools.advance("P300D");
            String next = propose(ana, "floods", flood, election(2, chi, ben, dee));
            elect(pools, next, "abc", ana, ben, chi, dee);
            assertThat(stewards(ana, flood)).containsExactlyInAnyOrder(id(chi), id(ben));
            assertThat(ana.get("/api/v1/me/notices").ok().body()).contains("no longer a steward of Fair");
            assertThat(ben.get("/api/v1/me/notices").ok().body()).doesNotContain("no longer a steward of Fair");
            ana.post(here, election(1, ana, dee)).refused(409, "STEWARD_PLACES");

            String chiId = id(chi);

            // Those whose time is over go on until others follow.
            pools.advance("P200D");
            pools.advance("P200D");
            Api anaThen = pools.as("ana");
            Api benThen = pools.as("ben");
            Api deeThen = pools.as("dee");
            assertThat(stewards(anaThen, flood)).containsExactlyInAnyOrder(chiId, id(benThen));
            String third = propose(anaThen, "floods", flood, election(2, anaThen, deeThen, benThen));
            elect(pools, third, "abc", anaThen, benThen, deeThen);
            assertThat(stewards(anaThen, flood)).containsExactlyInAnyOrder(id(anaThen), id(deeThen));
        }
    }

    private static String election(int seats, Api... people) {
        List<String> options = new ArrayList<>();
        for (Api person : people) {
            options.add("{\"text\":\"" + id(person) + "\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                    + id(person) + "\"}}");
        }
        return "{\"title\":\"Who carries out\",\"text\":\"\",\"paper\":{\"method\":\"election\",\"seats\":" + seats
                + ",\"options\":[" + String.join(",", options) + "]}}";
    }

    /** Everybody puts the candidates in this order. */
    private static void elect(RunningPools pools, String proposal, String order, Api... voters) {
        pools.advance("PT48H");
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < order.length(); i++) {
            marks.add("\"" + order.charAt(i) + "\":" + (i + 1));
        }
        for (Api voter : voters) {
            voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"marks\":{" + String.join(",", marks) + "}}")
                    .ok();
        }
        pools.advance("PT121H");
        pools.advance("PT25H");
        assertThat(voters[0].get("/api/v1/proposals/" + proposal).ok().text("state"))
                .isEqualTo("enacted");
    }

    private static List<String> stewards(Api reader, String flood) {
        return ids(reader.get("/api/v1/floods/" + flood).ok().at("stewards.people"));
    }
}
