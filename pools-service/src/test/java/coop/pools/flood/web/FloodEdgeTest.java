package coop.pools.flood.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Founding and reading Floods as programs do. */
class FloodEdgeTest {
    private static TestDatabase db;
    private static RunningPools pools;
    private static Api ana;
    private static Api ben;
    private static String games;
    private static String garden;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
        ana = pools.as("ana");
        ben = pools.as("ben");
        games = FloodVisitor.found(ana, "board-games");
        garden = FloodVisitor.found(ben, "corner-garden");
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void aFloodIsFoundedWithAVoteInEveryPool() {
        var flood = ana.post("/api/v1/floods", wish("A fair", "EUR", games, garden, games), "key-of-a-fair")
                .ok();
        assertThat(flood.status()).isEqualTo(201);
        assertThat(flood.text("state")).isEqualTo("forming");
        assertThat(flood.text("purpose")).isEqualTo("For everyone in the park");
        assertThat(flood.at("balances.available.currency").asText()).isEqualTo("EUR");
        assertThat(flood.at("pools")).hasSize(2);
        assertThat(flood.text("pools.0.state")).isEqualTo("invited");
        assertThat(flood.number("people")).isZero();
        assertThat(flood.at("compact").get("flood.vote_hours").asInt()).isEqualTo(120);
        assertThat(flood.at("openVotes")).isEmpty();
        assertThat(flood.at("proposals")).hasSize(2);
        for (var vote : flood.at("proposals")) {
            var proposal = pools.guest()
                    .get("/api/v1/proposals/" + vote.get("id").asText())
                    .ok();
            assertThat(proposal.text("action.type")).isEqualTo("join-flood");
            assertThat(proposal.text("state")).isEqualTo("discussion");
        }
        String slug = flood.text("slug");
        assertThat(ana.post("/api/v1/floods", wish("A fair", "EUR", games, garden, games), "key-of-a-fair")
                        .ok()
                        .text("slug"))
                .isEqualTo(slug);
        assertThat(pools.guest().get("/api/v1/floods/" + slug).ok().body()).isEqualTo(flood.body());
    }

    @Test
    void theCompactCanBeSetWithinItsBounds() {
        String wish = "{\"name\":\"Quick\",\"purpose\":\"For the roof\",\"currency\":\"EUR\",\"pools\":[\"" + games
                + "\",\"" + garden + "\"],\"compact\":{\"flood.vote_hours\":";
        assertThat(ana.post("/api/v1/floods", wish + "72}}")
                        .ok()
                        .at("compact")
                        .get("flood.vote_hours")
                        .asInt())
                .isEqualTo(72);
        ana.post("/api/v1/floods", wish + "1}}").refused(422, "RULE_OUT_OF_RANGE");
        ana.post("/api/v1/floods", wish + "72,\"flood.weights\":1}}").refused(422, "UNKNOWN_RULE");
        ana.post("/api/v1/floods", wish + "72.5}}").refused(422, "INVALID_FIELD");
        ana.post("/api/v1/floods", wish + "null}}").refused(422, "INVALID_FIELD");
    }

    @Test
    void theFormIsChosenAndStandsInTheText() {
        String wish = "{\"name\":\"Formed\",\"purpose\":\"For the roof\",\"currency\":\"EUR\",\"pools\":[\"" + games
                + "\",\"" + garden + "\"],\"compact\":{\"flood.form\":";
        var formed = ana.post("/api/v1/floods", wish + "\"co_lca\"}}").ok();
        assertThat(formed.at("compact").get("flood.form").asText()).isEqualTo("co_lca");
        FloodVisitor guest = FloodVisitor.guest(pools);
        assertThat(guest.page("/floods/" + formed.text("slug") + "/compact"))
                .contains("The form that the Pools have chosen is a limited cooperative association of Colorado");
        var usual = ana.post("/api/v1/floods", wish("Unformed", "EUR", games, garden))
                .ok();
        assertThat(usual.at("compact").get("flood.form").asText()).isEqualTo("contract");
        assertThat(guest.page("/floods/" + usual.text("slug") + "/compact"))
                .contains("The form that the Pools have chosen is a contract between Pools, not a company.");
        ana.post("/api/v1/floods", wish + "\"ltd\"}}").refused(422, "RULE_OUT_OF_RANGE");
        assertThat(FloodVisitor.of(pools, "ana").page("/floods/new")).contains("name=\"rule.flood.form\"");
    }

    @Test
    void floodsAreListedByAddressPageByPage() {
        ana.post("/api/v1/floods", wish("List one", "EUR", games, garden)).ok();
        ana.post("/api/v1/floods", wish("List two", "EUR", games, garden)).ok();
        var first = pools.guest().get("/api/v1/floods?limit=1&after=list-on").ok();
        assertThat(first.at("items")).hasSize(1);
        assertThat(first.text("items.0.slug")).isEqualTo("list-one");
        assertThat(first.text("items.0.state")).isEqualTo("forming");
        var second =
                pools.guest().get("/api/v1/floods?after=" + first.text("next")).ok();
        assertThat(second.text("items.0.slug")).isEqualTo("list-two");
        assertThat(second.json().has("next")).isFalse();
        pools.guest().get("/api/v1/floods?limit=0").refused(422, "INVALID_FIELD");
        pools.guest().get("/api/v1/floods/nowhere").refused(404, "NOT_FOUND");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        pools.guest().post("/api/v1/floods", wish("No", "EUR", games, garden)).refused(401, "SIGN_IN_REQUIRED");
        for (String currency : List.of("ZZZ", "eur", "XXX", "XAU", "")) {
            ana.post("/api/v1/floods", wish("No way", currency, games, garden)).refused(422, "INVALID_FIELD");
        }
        ana.post("/api/v1/floods", wish("No way", "USD", games, garden)).refused(422, "FLOOD_CURRENCY_DIFFERS");
        ana.post("/api/v1/floods", wish("No way", "EUR", games)).refused(422, "FLOOD_POOL_COUNT");
        ana.post("/api/v1/floods", wish("No way", "EUR", games, "nowhere")).refused(422, "UNKNOWN_POOL");
        ana.post("/api/v1/floods", wish("N", "EUR", games, garden)).refused(422, "INVALID_FIELD");
        pools.as("chi")
                .post("/api/v1/floods", wish("No way", "EUR", games, garden))
                .refused(403, "FOUNDER_NOT_A_MEMBER");
        for (String body : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"name\":7,\"pools\":{}}",
                "{\"name\":\"No way\",\"purpose\":\"None\",\"currency\":\"EUR\",\"pools\":[null,{}]}",
                "{\"name\":\"No way\",\"purpose\":\"None\",\"currency\":\"EUR\",\"pools\":[null,\"" + games + "\"]}",
                "{\"name\":\"No way\",\"purpose\":\"None\",\"currency\":null,\"pools\":[\"" + games + "\"]}",
                "{\"name\":\"No way\",\"unknown\":1}",
                "{\"name\":\"No way\",\"purpose\":\"None\",\"currency\":\"EUR\",\"pools\":[" + "\"a\",".repeat(60)
                        + "\"b\"]}")) {
            assertThat(ana.post("/api/v1/floods", body).status()).as(body).isBetween(400, 422);
        }
    }

    private static String wish(String name, String currency, String... slugs) {
        return "{\"name\":\"" + name + "\",\"purpose\":\"For everyone in the park\",\"currency\":\"" + currency
                + "\",\"pools\":[\"" + String.join("\",\"", slugs) + "\"]}";
    }
}
