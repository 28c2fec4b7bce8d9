package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL: whatever races through both ends in one result. */
class TwoNodesTest {
    @Test
    void racesThroughBothNodesEndInOneResult() throws Exception {
        try (TestDatabase db = TestDatabases.postgresql();
                RunningPools one = RunningPools.on(db);
                RunningPools other = RunningPools.on(db)) {
            Api ana = one.as("ana");
            Api anaThere = new Api(other.address(), ana.token());

            List<Integer> clicks = atOnce(
                    12,
                    i -> (i % 2 == 0 ? ana : anaThere)
                            .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"board-games\"}")
                            .status());
            assertThat(clicks).filteredOn(status -> status == 201).hasSize(1);
            assertThat(clicks).filteredOn(status -> status == 409).hasSize(11);
            String pool = ana.get("/api/v1/pools").ok().text("items.0.slug");

            String contribution = ana.post(
                            "/api/v1/pools/" + pool + "/contributions",
                            "{\"amount\":{\"amountMinor\":5000,\"currency\":\"EUR\"}}")
                    .ok()
                    .text("id");
            List<Integer> webhooks = atOnce(
                    16,
                    i -> (i % 2 == 0 ? one : other)
                            .guest()
                            .post("/sandbox/checkouts/" + contribution, "{\"card\":\"4242424242424242\"}")
                            .status());
            assertThat(webhooks).allMatch(status -> status < 500);
            assertThat(income(ana, pool)).isEqualTo(5_000);

            join(other.as("ben"), pool);
            contribute(other, anaThere, pool, 3_000);
            String payee = payee(one, ana, "pools", pool);
            String proposal = propose(
                    ana,
                    "pools",
                    pool,
                    "{\"title\":\"Rent for May\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                            + "\",\"amount\":{\"amountMinor\":4000,\"currency\":\"EUR\"},\"purpose\":\"Room\"}}");
            Api ben = one.as("ben");
            Api benThere = new Api(other.address(), ben.token());
            List<String> elections = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                elections.add(i % 2 == 0 ? election(ana, pool, "ana") : election(benThere, pool, "ben"));
            }
            one.advance("PT48H");
            atOnce(20, i -> {
                Api voter = List.of(ana, anaThere, ben, benThere).get(i % 4);
                String choice = i < 16 ? "disagree" : "agree";
                return voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"" + choice + "\"}")
                        .status();
            });
            ana.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
            benThere.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
            for (String election : elections) {
                for (Api voter : List.of(ana, benThere)) {
                    voter.put("/api/v1/proposals/" + election + "/ballot", "{\"choice\":\"agree\"}")
                            .ok();
                }
            }
            assertThat(anaThere.get("/api/v1/proposals/" + proposal + "/count")
                            .ok()
                            .json()
                            .get("ballots"))
                    .hasSize(2);

            atOnce(8, i -> {
                (i % 2 == 0 ? one : other).advance("PT25H");
                return 0;
            });
            assertThat(ana.get("/api/v1/proposals/" + proposal).ok().text("state"))
                    .isEqualTo("enacted");
            assertElectedInTheOrderOfDecisions(anaThere, pool, elections);
            var payouts = anaThere.get("/api/v1/pools/" + pool + "/payouts")
                    .ok()
                    .json()
                    .get("items");
            assertThat(payouts).hasSize(1);
            assertThat(payouts.get(0).get("state").asText()).isEqualTo("paid");
            assertThat(paidOut(ana, pool)).isEqualTo(4_000);
        }
    }

    private static String election(Api author, String pool, String name) {
        return propose(
                author,
                "pools",
                pool,
                "{\"title\":\"Elect " + name + "\",\"text\":\"\",\"action\":{\"type\":\"name-ombud\",\"person\":\""
                        + author.get("/api/v1/me").ok().text("id") + "\"}}");
    }

    /** Whoever is first in the list answers concerns: that must not hang on which node was faster. */
    private static void assertElectedInTheOrderOfDecisions(Api api, String pool, List<String> elections) {
        List<JsonNode> decided = new ArrayList<>();
        elections.forEach(
                id -> decided.add(api.get("/api/v1/proposals/" + id).ok().json()));
        decided.sort(Comparator.comparing(
                        (JsonNode vote) -> Instant.parse(vote.get("enactsAt").asText()))
                .thenComparing(vote -> vote.get("id").asText()));
        assertThat(decided).extracting(vote -> vote.get("state").asText()).containsOnly("enacted");
        // Whoever is elected once more serves anew, and stands in for those who were elected before.
        Set<String> inOrder = new LinkedHashSet<>();
        decided.forEach(vote -> {
            inOrder.remove(vote.at("/action/person").asText());
            inOrder.add(vote.at("/action/person").asText());
        });
        assertThat(api.get("/api/v1/pools/" + pool + "/ombuds").ok().json().findValuesAsText("person"))
                .isEqualTo(List.copyOf(inOrder));
    }

    private static long income(Api api, String pool) {
        return sum(api, pool, "contribution");
    }

    private static long paidOut(Api api, String pool) {
        return sum(api, pool, "payout-paid");
    }

    private static long sum(Api api, String pool, String cause) {
        long sum = 0;
        for (var entry : api.get("/api/v1/pools/" + pool + "/ledger?limit=200")
                .ok()
                .json()
                .get("items")) {
            if (entry.at("/cause/kind").asText().equals(cause)) {
                sum += entry.at("/amount/amountMinor").asLong();
            }
        }
        return sum;
    }

    private interface Attempt {
        int run(int number);
    }

    private static List<Integer> atOnce(int times, Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> attempt.run(number));
            }
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
