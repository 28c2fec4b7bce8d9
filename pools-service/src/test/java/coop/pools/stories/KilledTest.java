package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.KillablePools;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of contributions and payouts: nothing acknowledged is lost, nothing is doubled. */
class KilledTest {
    private static final String EUR = "\"currency\":\"EUR\"";

    @Test
    void whatWasAcknowledgedSurvivesAndIsThereOnce(@TempDir Path folder) throws Exception {
        KillablePools pools = new KillablePools(folder);
        pools.start();
        Api ana = signIn(pools);
        String pool = found(ana, "board-games");

        Set<String> acknowledged = contributeUntilKilled(pools, ana, pool);
        pools.start();
        assertThat(acknowledged).isNotEmpty();
        Map<String, Integer> booked = causes(ana, pool, "contribution");
        assertThat(booked.keySet()).containsAll(acknowledged);
        assertThat(booked.values()).containsOnly(1);

        List<String> proposals = passPayments(pools, ana, pool, 8);
        ExecutorService clock = Executors.newSingleThreadExecutor();
        Future<?> moving = clock.submit(() -> untilKilled(pools, () -> advance(pools, "PT25H")));
        TimeUnit.MILLISECONDS.sleep(120);
        pools.kill();
        moving.get(30, TimeUnit.SECONDS);
        clock.shutdown();
        pools.start();
        advance(pools, "PT25H");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode payouts = ana.get("/api/v1/pools/" + pool + "/payouts?limit=200")
                    .ok()
                    .json()
                    .get("items");
            assertThat(payouts).hasSize(proposals.size());
            payouts.forEach(payout -> assertThat(payout.get("state").asText()).isEqualTo("paid"));
        });
        assertThat(causes(ana, pool, "payout-paid").values())
                .hasSize(proposals.size())
                .containsOnly(1);
        pools.kill();
        assertThat(pools.command("verify-ledger")).isZero();
    }

    private static Set<String> contributeUntilKilled(KillablePools pools, Api ana, String pool) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Future<?>> giving = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            giving.add(people.submit(() -> untilKilled(pools, () -> giveOnAndOn(pools, ana, pool, acknowledged))));
        }
        while (acknowledged.size() < 40) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        pools.kill();
        for (Future<?> one : giving) {
            one.get(30, TimeUnit.SECONDS);
        }
        people.shutdown();
        return acknowledged;
    }

    private static void giveOnAndOn(KillablePools pools, Api ana, String pool, Set<String> acknowledged) {
        for (int i = 0; i < 1000; i++) {
            String id = ana.post(
                            "/api/v1/pools/" + pool + "/contributions",
                            "{\"amount\":{\"amountMinor\":1000," + EUR + "}}")
                    .ok()
                    .text("id");
            pools.guest()
                    .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                    .ok();
            acknowledged.add(id);
        }
    }

    private static List<String> passPayments(KillablePools pools, Api ana, String pool, int count) {
        String payee = guestPayee(pools, ana, pool);
        List<String> proposals = IntStream.range(0, count)
                .mapToObj(i -> MainJobStoryTest.propose(
                        ana,
                        "pools",
                        pool,
                        "{\"title\":\"Payment " + i + "\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\""
                                + payee + "\",\"amount\":{\"amountMinor\":1000," + EUR + "},\"purpose\":\"Room\"}}"))
                .toList();
        advance(pools, "PT48H");
        proposals.forEach(id -> ana.put("/api/v1/proposals/" + id + "/ballot", "{\"choice\":\"agree\"}")
                .ok());
        advance(pools, "PT121H");
        return proposals;
    }

    private static String guestPayee(KillablePools pools, Api ana, String pool) {
        String id = ana.post("/api/v1/pools/" + pool + "/payees", "{\"name\":\"Room owner\"}")
                .ok()
                .text("id");
        pools.guest().post("/sandbox/payees/" + id, "{}").ok();
        return id;
    }

    private static Map<String, Integer> causes(Api api, String pool, String kind) {
        Map<String, Integer> causes = new HashMap<>();
        String after = "";
        do {
            JsonNode page = api.get("/api/v1/pools/" + pool + "/ledger?limit=200" + after)
                    .ok()
                    .json();
            for (JsonNode entry : page.get("items")) {
                if (entry.at("/cause/kind").asText().equals(kind)) {
                    causes.merge(entry.at("/cause/id").asText(), 1, Integer::sum);
                }
            }
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return causes;
    }

    private static Api signIn(KillablePools pools) {
        String token = pools.guest()
                .post("/sandbox/sign-in", "{\"person\":\"ana\"}")
                .ok()
                .text("token");
        return new Api(pools.address(), token);
    }

    private static void advance(KillablePools pools, String time) {
        pools.guest().post("/sandbox/clock", "{\"advance\":\"" + time + "\"}").ok();
    }

    /** Runs the work; the connection may break, but only because the server was killed. */
    private static void untilKilled(KillablePools pools, Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException broken) {
            assertThat(pools.isBeingKilled()).as("%s", broken).isTrue();
        }
    }
}
