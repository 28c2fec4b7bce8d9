package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.ids;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.List;

/** Who the stewards of a Flood are, sent by its Pools or elected, through the public API. */
class FloodStewardsTest {
    private static final String ONE_PER_POOL = "Each Pool sends the one of its stewards who has served longest.";

    @EveryDatabase
    void eachPoolSendsOneUntilTheyAreElected(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            Api dee = pools.as("dee");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            join(dee, garden);
            String flood = flood(pools, "Fair", games, garden, ana, ben, dee);
            String here = "/api/v1/floods/" + flood;
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(ben));
            assertThat(ana.get(here).ok().text("stewards.acting")).isEqualTo("one_per_pool");
            Browser guest = Browser.guest(pools.address());
            assertThat(guest.get("/floods/" + flood).ok()).contains("id=\"stewards\"", "Ana", "Ben", ONE_PER_POOL);
            assertThat(guest.get("/floods/" + flood + "/compact").ok())
                    .contains("Who signs", "Ana", "the one who has served longest", "They decide nothing.");

            // A Pool names another one: who has served longest still goes, until a vote ends that term.
            decide(pools, propose(ben, "pools", garden, person("name-steward", dee)), ben, dee);
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(ben));
            decide(pools, propose(dee, "pools", garden, person("end-steward", ben)), ben, dee);
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(dee));

            // Nobody is elected while the compact does not say so.
            ana.post("/api/v1/floods/" + flood + "/proposals", person("name-steward", ben))
                    .refused(409, "STEWARDS_NOT_ELECTED");
            Browser member = Browser.signedIn(pools.address(), "ana");
            assertThat(member.get("/floods/" + flood + "/proposals/new").ok()).doesNotContain("Elect stewards");
            decide(pools, propose(ana, "floods", flood, compact("\"flood.stewards\":\"elected\"")), ana, ben, dee);
            assertThat(ana.get(here).ok().text("stewards.acting")).isEqualTo("one_per_pool");
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(dee));
            assertThat(guest.get("/floods/" + flood).ok()).contains("Nobody is elected yet");
            assertThat(member.get("/floods/" + flood + "/proposals/new?type=elect")
                            .ok())
                    .contains("Ana", "Ben", "Dee");

            // Only its own people; then those who are elected act, and nobody else.
            ana.post("/api/v1/floods/" + flood + "/proposals", person("name-steward", chi))
                    .refused(422, "STEWARD_NOT_A_MEMBER");
            ana.post("/api/v1/floods/" + flood + "/proposals", person("end-steward", ana))
                    .refused(409, "STEWARD_NOT_ONE");
            String naming = propose(ana, "floods", flood, person("name-steward", ben));
            decide(pools, naming, ana, ben, dee);
            JsonNode elected = ana.get(here).ok().at("stewards");
            assertThat(elected.get("acting").asText()).isEqualTo("elected");
            assertThat(elected.at("/people/0/vote").asText()).isEqualTo(naming);
            assertThat(elected.at("/people/0/until").asText()).isNotEmpty();
            assertThat(people(ana, flood)).containsExactly(id(ben));
            assertThat(guest.get("/floods/" + flood).ok()).contains("Elected by this vote", "/proposals/" + naming);
            assertThat(ben.get("/api/v1/me/notices").ok().body()).contains("you are a steward of Fair now");
            ana.post("/api/v1/floods/" + flood + "/proposals", person("name-steward", ben))
                    .refused(409, "STEWARD_ALREADY");

            // No more than the compact says, also where more votes pass.
            decide(pools, propose(ana, "floods", flood, compact("\"flood.steward_count\":1")), ana, ben, dee);
            String another = propose(ana, "floods", flood, person("name-steward", dee));
            decide(pools, another, ana, ben, dee);
            assertThat(ana.get("/api/v1/proposals/" + another).ok().text("state"))
                    .isEqualTo("blocked");

            // Whoever leaves is none any more, and the Pools send their own again.
            ben.delete("/api/v1/pools/" + garden + "/members/me");
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(dee));
            decide(pools, propose(ana, "floods", flood, person("name-steward", dee)), ana, dee);
            assertThat(people(ana, flood)).containsExactly(id(dee));
            decide(pools, propose(ana, "floods", flood, person("end-steward", dee)), ana, dee);
            assertThat(people(ana, flood)).containsExactlyInAnyOrder(id(ana), id(dee));
        }
    }

    @EveryDatabase
    void ofNestedFloodsEachDistinctPoolSendsOneAndNobodyTwice(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            String kitchen = found(chi, "sunday-kitchen");
            join(ana, kitchen);
            String inner = flood(pools, "Fair", games, garden, ana, ben);
            String outer = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Valley\",\"purpose\":\"All of it\",\"currency\":\"EUR\",\"pools\":[\""
                                    + kitchen + "\",\"" + games + "\"],\"floods\":[\"" + inner + "\"]}")
                    .ok()
                    .text("slug");
            decideAll(pools, ids(ana.get("/api/v1/floods/" + outer).ok().json().get("proposals")), ana, ben, chi);
            assertThat(people(ana, outer)).containsExactlyInAnyOrder(id(ana), id(ben), id(chi));

            // Ana is the only steward of two Pools: she is one steward of the Flood, who says for which.
            decide(pools, propose(chi, "pools", kitchen, person("name-steward", ana)), ana, chi);
            decide(pools, propose(chi, "pools", kitchen, person("end-steward", chi)), ana, chi);
            assertThat(people(ana, outer)).containsExactlyInAnyOrder(id(ana), id(ben));
            for (JsonNode one : ana.get("/api/v1/floods/" + outer).ok().at("stewards.people")) {
                assertThat(one.get("pools")).hasSize(one.get("id").asText().equals(id(ana)) ? 2 : 1);
            }

            // The Pool leaves: its steward goes with it.
            String leave = "{\"title\":\"Go home\",\"text\":\"\",\"action\":{\"type\":\"leave-flood\",\"flood\":\""
                    + inner + "\"}}";
            decide(pools, propose(ben, "pools", garden, leave), ben);
            assertThat(people(ana, inner)).containsExactly(id(ana));
            assertThat(people(ana, outer)).containsExactly(id(ana));
        }
    }

    static String flood(RunningPools pools, String name, String one, String other, Api... people) {
        String flood = people[0]
                .post(
                        "/api/v1/floods",
                        "{\"name\":\"" + name
                                + "\",\"purpose\":\"A fair in the park\",\"currency\":\"EUR\",\"pools\":[\"" + one
                                + "\",\"" + other + "\"]}")
                .ok()
                .text("slug");
        decideAll(
                pools, ids(people[0].get("/api/v1/floods/" + flood).ok().json().get("proposals")), people);
        return flood;
    }

    private static List<String> people(Api reader, String flood) {
        return ids(reader.get("/api/v1/floods/" + flood).ok().at("stewards.people"));
    }

    static String id(Api person) {
        return person.get("/api/v1/me").ok().text("id");
    }

    private static String person(String type, Api person) {
        return "{\"title\":\"Who carries out\",\"text\":\"\",\"action\":{\"type\":\"" + type + "\",\"person\":\""
                + id(person) + "\"}}";
    }

    private static String compact(String rules) {
        return "{\"title\":\"Other rules\",\"text\":\"\",\"action\":{\"type\":\"change-compact\",\"rules\":{" + rules
                + "}}}";
    }
}
