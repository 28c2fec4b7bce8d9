package coop.pools.stress;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.KillablePools;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills servers (SIGKILL) at random moments while people contribute and voted payments go out, starts them again, and
 * keeps count of what was acknowledged. One server or several on one database.
 */
public final class ManyKills {
    private static final String EUR = "\"currency\":\"EUR\"";
    private static final int PEOPLE = 4;
    private static final int PAYMENTS = 3;
    private static final int LONGEST_LIFE_MILLIS = 1500;

    private final List<KillablePools> nodes;
    private final Random random;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> proposals = new ArrayList<>();

    private ManyKills(List<KillablePools> nodes, long seed) {
        this.nodes = nodes;
        this.random = new Random(seed);
    }

    /**
     * What came out.
     *
     * @param acknowledged card payments that were answered as taken
     * @param lost those of them that are not in the book, with what the product says of them
     * @param doubled causes that stand in the book more than once
     * @param payments payments that were voted
     * @param paid those of them that were paid
     * @param verified whether the books verify, by the command
     */
    public record Outcome(
            int kills, int acknowledged, List<String> lost, int doubled, int payments, int paid, boolean verified) {
        public boolean isWhole() {
            return lost.isEmpty() && doubled == 0 && paid == payments && verified;
        }
    }

    /** The nodes are started here, and are killed when it ends. */
    public static Outcome run(List<KillablePools> nodes, int kills, long seed) throws Exception {
        return new ManyKills(nodes, seed).run(kills);
    }

    private Outcome run(int kills) throws Exception {
        for (KillablePools node : nodes) {
            node.start();
        }
        String token = signIn();
        String pool = ana(token)
                .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"board-games\"}")
                .ok()
                .text("slug");
        give(ana(token), first().guest(), pool, 100_000);
        for (int kill = 0; kill < kills; kill++) {
            boolean paying = kill % 2 == 1;
            token = signIn();
            if (paying) {
                passPayments(ana(token), pool);
            }
            underFire(token, pool, paying);
        }
        return finish(kills, signIn(), pool);
    }

    /** Again for every life: months pass in a long trial, and tokens run out. */
    private String signIn() {
        return first().guest()
                .post("/sandbox/sign-in", "{\"person\":\"ana\"}")
                .ok()
                .text("token");
    }

    /** Lets people contribute, or payments go out, until a node is killed; then starts it again. */
    private void underFire(String token, String pool, boolean paying) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> working = new ArrayList<>();
        KillablePools victim = nodes.get(random.nextInt(nodes.size()));
        for (int person = 0; person < PEOPLE; person++) {
            KillablePools mine = nodes.get(person % nodes.size());
            Runnable work = paying
                    ? () -> advance(mine, "PT7H")
                    : () -> give(new Api(mine.address(), token), mine.guest(), pool, 1000);
            working.add(people.submit(() -> untilKilled(mine, victim, work)));
        }
        int before = acknowledged.size();
        for (int waits = 0; !paying && waits < 2000 && acknowledged.size() < before + PEOPLE; waits++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
        victim.kill();
        for (Future<?> one : working) {
            one.get(2, TimeUnit.MINUTES);
        }
        people.shutdown();
        victim.start();
    }

    private void give(Api payer, Api card, String pool, long minor) {
        String id = payer.post(
                        "/api/v1/pools/" + pool + "/contributions",
                        "{\"amount\":{\"amountMinor\":" + minor + "," + EUR + "}}")
                .ok()
                .text("id");
        String result = card.post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok()
                .text("result");
        // The clock moves under people's feet: a page may have expired before its card was typed.
        if (!result.equals("expired")) {
            acknowledged.add(id);
        }
    }

    private void passPayments(Api ana, String pool) {
        String payee = ana.post("/api/v1/pools/" + pool + "/payees", "{\"name\":\"Room owner\"}")
                .ok()
                .text("id");
        first().guest().post("/sandbox/payees/" + payee, "{}").ok();
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < PAYMENTS; i++) {
            mine.add(ana.post(
                            "/api/v1/pools/" + pool + "/proposals",
                            "{\"title\":\"Payment " + (proposals.size() + i)
                                    + "\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                                    + "\",\"amount\":{\"amountMinor\":500," + EUR + "},\"purpose\":\"Room\"}}")
                    .ok()
                    .text("id"));
        }
        advance(first(), "PT48H");
        mine.forEach(id -> ana.put("/api/v1/proposals/" + id + "/ballot", "{\"choice\":\"agree\"}")
                .ok());
        advance(first(), "PT121H");
        proposals.addAll(mine);
    }

    private Outcome finish(int kills, String token, String pool) throws Exception {
        for (int tries = 0; tries < 60 && paid(ana(token), pool) < proposals.size(); tries++) {
            advance(first(), "PT25H");
            TimeUnit.MILLISECONDS.sleep(500);
        }
        int paid = paid(ana(token), pool);
        Map<String, Integer> contributions = causes(ana(token), pool, "contribution");
        Map<String, Integer> payouts = causes(ana(token), pool, "payout-paid");
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(contributions.keySet());
        long doubled = contributions.values().stream().filter(n -> n > 1).count()
                + payouts.values().stream().filter(n -> n > 1).count();
        List<String> said = new ArrayList<>();
        for (String id : lost) {
            said.add(id + " " + ana(token).get("/api/v1/contributions/" + id).body());
        }
        for (KillablePools node : nodes) {
            node.kill();
        }
        boolean verified = first().command("verify-ledger") == 0;
        return new Outcome(kills, acknowledged.size(), said, (int) doubled, proposals.size(), paid, verified);
    }

    private static int paid(Api ana, String pool) {
        int paid = 0;
        String after = "";
        do {
            JsonNode page = ana.get("/api/v1/pools/" + pool + "/payouts?limit=200" + after)
                    .ok()
                    .json();
            for (JsonNode payout : page.get("items")) {
                paid += payout.get("state").asText().equals("paid") ? 1 : 0;
            }
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return paid;
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

    private KillablePools first() {
        return nodes.get(0);
    }

    private Api ana(String token) {
        return new Api(first().address(), token);
    }

    private static void advance(KillablePools node, String time) {
        node.guest().post("/sandbox/clock", "{\"advance\":\"" + time + "\"}").ok();
    }

    /** Again and again; the connection may break, but only to the node that is being killed. */
    private static void untilKilled(KillablePools mine, KillablePools victim, Runnable work) {
        try {
            while (!victim.isBeingKilled()) {
                work.run();
            }
        } catch (UncheckedIOException broken) {
            if (mine != victim || !victim.isBeingKilled()) {
                throw broken;
            }
        }
    }
}
