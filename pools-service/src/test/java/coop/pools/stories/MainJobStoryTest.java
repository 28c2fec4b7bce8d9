package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole main job through the public API: from a group to a paid decision, a Flood, and leaving it. */
class MainJobStoryTest {
    @EveryDatabase
    void fromAGroupToAPaidDecisionAndAFloodAndBack(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");

            String games = found(ana, "board-games");
            join(ben, games);
            join(chi, games);
            assertThat(ana.get("/api/v1/pools/" + games).ok().number("members")).isEqualTo(3);

            contribute(pools, ana, games, 10_000);
            contribute(pools, pools.guest(), games, 2_000);
            long available = available(ana, "pools", games);
            assertThat(available).isBetween(11_000L, 12_000L);

            String payee = payee(pools, ana, "pools", games);
            String payment = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"Rent for May\",\"text\":\"The room.\",\"action\":{\"type\":\"pay\",\"payee\":\""
                            + payee
                            + "\",\"amount\":{\"amountMinor\":4000,\"currency\":\"EUR\"},\"purpose\":\"Room\"}}");
            String round = round(ana, "pools", games, 3_001);
            decideAll(pools, List.of(payment, round), ana, ben, chi);
            assertThat(ana.get("/api/v1/proposals/" + payment).ok().text("state"))
                    .isEqualTo("enacted");
            assertThat(available(ana, "pools", games)).isEqualTo(available - 4000 - 3000);
            assertThat(ana.get("/pools/" + games + "/treasury").ok().body())
                    .contains("In the pots of rounds", "€30.00");
            theirSharesAreGiven(pools, round, 1_000, ana, ben, chi);
            assertThat(ana.get("/api/v1/pools/" + games + "/payouts").ok().text("items.0.state"))
                    .isEqualTo("paid");

            String garden = found(ben, "corner-garden");
            join(ana, garden);
            contribute(pools, ben, garden, 5_000);

            var founded = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Summer Fair\",\"purpose\":\"A fair in the park for everyone\",\"currency\":\"EUR\","
                                    + "\"pools\":[\"" + games + "\",\"" + garden + "\"]}")
                    .ok();
            String flood = founded.text("slug");
            decideAll(pools, ids(ana.get("/api/v1/floods/" + flood).ok().json().get("proposals")), ana, ben, chi);
            assertThat(ana.get("/api/v1/floods/" + flood).ok().text("state")).isEqualTo("active");

            assertThat(available(ana, "pools", games))
                    .as("what nobody gave came back")
                    .isEqualTo(available - 6000);
            theRoundIsOver(pools, round, 2_000);

            fund(pools, ana, games, flood, 3_000, ana, ben, chi);
            fund(pools, ben, garden, flood, 1_000, ana, ben);
            assertThat(available(ana, "floods", flood)).isEqualTo(4_000);

            String floodPayee = payee(pools, ana, "floods", flood);
            String joint = propose(
                    ana,
                    "floods",
                    flood,
                    "{\"title\":\"A tent\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + floodPayee
                            + "\",\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"},\"purpose\":\"Tent\"}}");
            String shared = round(ana, "floods", flood, 900);
            String autumn = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"More chairs\",\"text\":\"\",\"action\":{\"type\":\"open-round\",\"name\":\"Autumn\","
                            + "\"pot\":{\"amountMinor\":300,\"currency\":\"EUR\"},\"days\":60,\"after\":{\"partial\":"
                            + "\"accept\"},\"buckets\":[{\"bucket\":\"chairs\",\"target\":{\"amountMinor\":200,"
                            + "\"currency\":\"EUR\"}}]}}");
            decideAll(pools, List.of(joint, shared, autumn), ana, ben, chi);
            ana.put("/api/v1/rounds/" + autumn + "/allocations/chairs", amount(100))
                    .ok();
            theirSharesAreGiven(pools, shared, 300, ana, ben, chi);
            var count = ana.get("/api/v1/proposals/" + joint + "/count").ok();
            assertThat(count.number("electorate.people")).isEqualTo(3);
            assertThat(count.number("result.agree")).isEqualTo(3);
            assertThat(available(ana, "floods", flood)).isEqualTo(2_100);

            long gardenBefore = available(ben, "pools", garden);
            String leave = propose(
                    ben,
                    "pools",
                    garden,
                    "{\"title\":\"Leave the Flood\",\"text\":\"\",\"action\":{\"type\":\"leave-flood\",\"flood\":\""
                            + flood + "\"}}");
            ana.post("/api/v1/pools/" + games + "/proposals", end(round)).refused(409, "ROUND_CLOSED");
            ben.post("/api/v1/pools/" + garden + "/proposals", end(autumn)).refused(422, "UNKNOWN_ROUND");
            String early = propose(chi, "pools", games, end(autumn));
            decideAll(pools, List.of(leave, early), ana, ben, chi);
            var ended = ana.get("/api/v1/rounds/" + autumn).ok();
            assertThat(ended.text("state")).as("a vote ends it before its time").isEqualTo("funded");
            assertThat(ended.text("end.by")).isEqualTo(early);
            assertThat(ended.number("buckets.0.funded.amountMinor")).isEqualTo(100);
            assertThat(available(ben, "pools", garden)).isEqualTo(gardenBefore + 750);
            theRoundIsOver(pools, shared, 600);
            assertThat(available(ana, "floods", flood))
                    .as("with three quarters of what nobody gave")
                    .isEqualTo(1_800);
            var filled = ana.get("/api/v1/floods/" + flood + "/buckets").ok();
            assertThat(filled.number("items.0.balance.amountMinor") + filled.number("items.1.balance.amountMinor"))
                    .isEqualTo(450);

            pools.advance("P1D");
            var agreed = pools.guest().get("/api/v1/reconciliation").ok();
            assertThat(agreed.text("latest.result")).isEqualTo("exact");
            assertThat(agreed.number("latest.transactions")).isEqualTo(5);
            assertThat(agreed.number("latest.totals.0.unexplained.amountMinor")).isZero();
            for (String page : List.of("/reconciliation", "/books", "/pools/" + games)) {
                assertThat(new String(pools.guest().download(page).body(), StandardCharsets.UTF_8))
                        .contains("Reconciled to the cent at ");
            }
            assertThat(ana.post("/api/v1/pools/" + games + "/rounds", "{\"name\":\"May\"}")
                            .refused(422, "INVALID_FIELD")
                            .text("facts.field"))
                    .isEqualTo("buckets");
            String paint = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"Paint\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\""
                            + payee(pools, ana, "pools", games)
                            + "\",\"amount\":{\"amountMinor\":30,\"currency\":\"EUR\"},\"purpose\":\"Paint\","
                            + "\"bucket\":\"chairs\"}}");
            assertThat(new String(pools.guest().download("/proposals/" + paint).body(), StandardCharsets.UTF_8))
                    .contains("In the bucket now", "\u20ac16.00", "\u20ac0.30", "\u20ac15.70");
        }
    }

    /** A vote on a round of three days with two new buckets. */
    private static String round(Api person, String kind, String slug, long pot) {
        String euros = ",\"currency\":\"EUR\"}";
        String buckets = "[{\"name\":\"Chairs\",\"target\":{\"amountMinor\":2000" + euros + "},"
                + "{\"name\":\"Lamps\",\"target\":{\"amountMinor\":900" + euros
                + ",\"minimum\":{\"amountMinor\":500" + euros + "}]";
        String wish = "{\"name\":\"Spring\",\"pot\":{\"amountMinor\":" + pot + euros + ",\"buckets\":" + buckets;
        for (String never : List.of("+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
            person.post("/api/v1/" + kind + "/" + slug + "/rounds", wish + ",\"days\":3,\"opensAt\":\"" + never + "\"}")
                    .refused(422, "INVALID_FIELD");
        }
        var asked = person.post(
                        "/api/v1/" + kind + "/" + slug + "/rounds",
                        wish + ",\"days\":3,\"after\":{\"partial\":\"accept\",\"unspent\":\"return\"}}")
                .ok();
        assertThat(asked.text("action.type")).isEqualTo("open-round");
        person.get("/api/v1/rounds/" + asked.text("id")).refused(404, "NOT_FOUND");
        return asked.text("id");
    }

    /** The first two give all of it, one of them by the page; the third takes back what they gave. */
    private static void theirSharesAreGiven(RunningPools pools, String round, long share, Api one, Api two, Api three) {
        String path = "/api/v1/rounds/" + round;
        assertThat(one.get(path).ok().number("mine.left.amountMinor")).isEqualTo(share);
        one.put(path + "/allocations/chairs", amount(share + 1)).refused(409, "SHARE_EXCEEDED");
        one.put(path + "/allocations/chairs", amount(share)).ok();
        three.put(path + "/allocations/lamps", amount(100)).ok();
        three.put(path + "/allocations/lamps", amount(0)).ok();
        pools.as("dee").put(path + "/allocations/lamps", amount(1)).refused(403, "NOT_IN_ROUND");
        Browser page = Browser.signedIn(pools.address(), "ben");
        Browser.Page form = page.get("/rounds/" + round);
        assertThat(form.ok())
                .contains("I can still give", "would have €{0} left", "Up to €")
                .doesNotContain("EUR left");
        String half = "%d.%02d".formatted(share / 200, share / 2 % 100);
        assertThat(page.submit(
                                form,
                                "/rounds/" + round + "/allocations",
                                Map.of("give-chairs", half, "give-lamps", half))
                        .status())
                .isEqualTo(303);
        assertThat(two.get(path).ok().number("mine.left.amountMinor")).isZero();
        assertThat(page.submit(form, "/rounds/" + round + "/allocations", Map.of("give-lamps", "99"))
                        .status())
                .isEqualTo(409);
    }

    private static void theRoundIsOver(RunningPools pools, String round, long funded) {
        var over = pools.guest().get("/api/v1/rounds/" + round).ok();
        assertThat(over.text("state")).isEqualTo("funded");
        assertThat(over.number("end.funded.amountMinor")).isEqualTo(funded);
        var given = pools.guest()
                .get("/api/v1/rounds/" + round + "/allocations")
                .ok()
                .json()
                .get("items");
        assertThat(given).hasSize(3);
        for (JsonNode bucket : over.json().get("buckets")) {
            long counted = 0;
            for (JsonNode one : given) {
                boolean here = one.get("bucket").equals(bucket.get("bucket"));
                counted += here && one.get("counts").asBoolean()
                        ? one.at("/amount/amountMinor").asLong()
                        : 0;
            }
            assertThat(bucket.at("/counted/amountMinor").asLong())
                    .as("anybody can work it out")
                    .isEqualTo(counted);
        }
        assertThat(Browser.signedIn(pools.address(), "ana")
                        .get("/rounds/" + round)
                        .ok())
                .contains("went to the buckets", "Who gives what", "data-label=\"Who\"><span>Ben");
        assertThat(pools.as("chi").get("/api/v1/me/notices").ok().body())
                .contains("ROUND_REMINDER", "/rounds/" + round);
        assertThat(pools.as("ben").get("/api/v1/me/notices").ok().body())
                .as("has given all")
                .doesNotContain("ROUND_");
        String place = over.text("body.kind") + "s/" + over.text("body.slug");
        assertThat(new String(
                        pools.guest().download("/" + place + "/calendar.ics").body(), StandardCharsets.UTF_8))
                .contains("SUMMARY:Round closes: Spring", "/rounds/");
    }

    private static String end(String round) {
        return "{\"title\":\"End it now\",\"text\":\"\",\"action\":{\"type\":\"end-round\",\"round\":\"" + round
                + "\",\"outcome\":\"fund\"}}";
    }

    private static String amount(long minor) {
        return "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}";
    }

    static String found(Api organiser, String group) {
        organiser.get("/api/v1/groups?source=sandbox").ok();
        return organiser
                .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"" + group + "\"}")
                .ok()
                .text("slug");
    }

    static void join(Api person, String pool) {
        person.post("/api/v1/pools/" + pool + "/members", "{}").ok();
    }

    static void contribute(RunningPools pools, Api person, String pool, long minor) {
        String id = person.post(
                        "/api/v1/pools/" + pool + "/contributions",
                        "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok();
        assertThat(person.get("/api/v1/contributions/" + id).ok().text("state")).isIn("paid", "available");
    }

    static String payee(RunningPools pools, Api person, String kind, String slug) {
        String id = person.post("/api/v1/" + kind + "/" + slug + "/payees", "{\"name\":\"Room owner\"}")
                .ok()
                .text("id");
        pools.guest().post("/sandbox/payees/" + id, "{}").ok();
        assertThat(person.get("/api/v1/payees/" + id).ok().text("state")).isEqualTo("ready");
        return id;
    }

    static String propose(Api person, String kind, String slug, String json) {
        return person.post("/api/v1/" + kind + "/" + slug + "/proposals", json)
                .ok()
                .text("id");
    }

    static void fund(RunningPools pools, Api proposer, String pool, String flood, long minor, Api... voters) {
        String id = propose(
                proposer,
                "pools",
                pool,
                "{\"title\":\"Fund the Flood\",\"text\":\"\",\"action\":{\"type\":\"fund-flood\",\"flood\":\"" + flood
                        + "\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}}");
        decide(pools, id, voters);
    }

    static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    static void decide(RunningPools pools, String proposal, Api... voters) {
        decideAll(pools, List.of(proposal), voters);
    }

    /** Waits for the votes, lets everyone agree who may, and waits for the enactments. */
    static void decideAll(RunningPools pools, List<String> proposals, Api... voters) {
        pools.advance("PT48H");
        for (String proposal : proposals) {
            int cast = 0;
            for (Api voter : voters) {
                int status = voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                        .status();
                cast += status < 300 ? 1 : 0;
            }
            assertThat(cast).isPositive();
        }
        pools.advance("PT121H");
        pools.advance("PT25H");
    }

    static long available(Api person, String kind, String slug) {
        return person.get("/api/v1/" + kind + "/" + slug).ok().number("balances.available.amountMinor");
    }
}
