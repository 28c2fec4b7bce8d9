package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** The same ballots come to the same, whoever founded the Pool, gave to it, serves it, or came first. */
class WhoTheyAreNeverCountsTest {
    @OneDatabase
    void exchangingWhoGaveFoundedAndCameFirstChangesNoResult(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            // Each founds one Pool, and so is its first member and its steward; gifts and the order of joining differ.
            String games = town(pools, "board-games", ana, ben, chi);
            String garden = town(pools, "corner-garden", ben, chi, ana);
            String kitchen = town(pools, "sunday-kitchen", chi, ana, ben);
            List<Api> people = List.of(ana, ben, chi);
            List<String> votes = new ArrayList<>();
            for (String pool : List.of(games, garden, kitchen)) {
                for (int turn = 0; turn < people.size(); turn++) {
                    votes.add(propose(
                            people.get(turn),
                            "pools",
                            pool,
                            "{\"title\":\"A wish\",\"text\":\"\",\"action\":{\"type\":\"statement\"}}"));
                }
            }
            pools.advance("PT48H");
            for (int vote = 0; vote < votes.size(); vote++) {
                for (int person = 0; person < people.size(); person++) {
                    String choice = (vote + person) % 3 == 0 ? "disagree" : "agree";
                    people.get(person)
                            .put("/api/v1/proposals/" + votes.get(vote) + "/ballot", "{\"choice\":\"" + choice + "\"}")
                            .ok();
                }
            }
            pools.advance("P6D");
            String first = result(ana, votes.get(0));
            assertThat(first).contains("\"agree\":2", "\"disagree\":1", "\"passed\":true");
            assertThat(votes).allSatisfy(vote -> assertThat(result(ana, vote)).isEqualTo(first));
        }
    }

    /** The founder gives nothing, the next one little, the last one much. */
    private static String town(RunningPools pools, String group, Api founder, Api second, Api third) {
        String pool = found(founder, group);
        join(second, pool);
        join(third, pool);
        contribute(pools, second, pool, 100);
        contribute(pools, third, pool, 500_000);
        return pool;
    }

    private static String result(Api reader, String vote) {
        return reader.get("/api/v1/proposals/" + vote + "/count")
                .ok()
                .json()
                .required("result")
                .toString();
    }
}
