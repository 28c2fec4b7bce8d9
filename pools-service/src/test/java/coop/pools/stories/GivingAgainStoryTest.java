package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One card charge a month for two Pools and a bucket, through the public API, from its first payment to its end. */
class GivingAgainStoryTest {
    private static final String MONTH = "PT744H";

    @OneDatabase
    void oneChargeAMonthForManyFromItsBeginningToItsEnd(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = MainJobStoryTest.found(ana, "board-games");
            String garden = MainJobStoryTest.found(ben, "corner-garden");
            MainJobStoryTest.join(ana, garden);
            ana.post("/api/v1/pools/" + games + "/buckets", "{\"name\":\"Tea\",\"purpose\":\"Tea and cups\"}")
                    .ok();

            String id = started(ana, games, garden);
            assertThat(ana.get("/api/v1/recurring/" + id).ok().text("state")).isEqualTo("pending");
            pay(pools, id, "4242424242424242");
            assertThat(ana.get("/api/v1/recurring/" + id).ok().text("state")).isEqualTo("active");
            for (int month = 0; month < 3; month++) {
                pools.advance(MONTH);
            }
            List<String> payments = payments(ana, id);
            assertThat(payments).hasSize(4).doesNotHaveDuplicates();
            for (String payment : payments) {
                var one = ana.get("/api/v1/contributions/" + payment).ok();
                assertThat(one.text("recurring")).isEqualTo(id);
                assertThat(one.number("shares.0.amount.amountMinor")).isEqualTo(501);
                assertThat(one.number("shares.1.amount.amountMinor")).isEqualTo(300);
                assertThat(one.number("shares.2.amount.amountMinor")).isEqualTo(200);
            }
            nobodyElse(pools, ben, id);

            ana.post("/api/v1/recurring/" + id + "/pause", "{}").ok();
            pools.advance(MONTH);
            pools.advance(MONTH);
            assertThat(payments(ana, id)).hasSize(4);
            ana.post("/api/v1/recurring/" + id + "/resume", "{}").ok();
            ana.put("/api/v1/recurring/" + id, "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"}}")
                    .ok();
            pools.advance(MONTH);
            assertThat(payments(ana, id)).hasSize(5);
            String latest = payments(ana, id).get(0);
            assertThat(ana.get("/api/v1/contributions/" + latest).ok().number("shares.2.amount.amountMinor"))
                    .isEqualTo(400);
            ana.post(
                            "/api/v1/contributions/" + latest + "/refund",
                            "{\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"}}")
                    .ok();
            pools.advance("PT1H");
            assertThat(ana.get("/api/v1/contributions/" + latest).ok().text("state"))
                    .isEqualTo("partly-refunded");

            for (String page : List.of("/me/contributions", "/recurring/" + id, "/split")) {
                var shown = ana.download(page);
                assertThat(shown.statusCode()).as(page).isEqualTo(200);
            }
            assertThat(new String(ana.download("/me/contributions").body(), StandardCharsets.UTF_8))
                    .as("each payment of several Pools says so")
                    .containsSubsequence("All payments", " and 1 more</a>", " and 1 more</a>");
            assertThat(new String(ana.download("/recurring/" + id).body(), StandardCharsets.UTF_8))
                    .contains("Goes on by itself", "€20.00 a month", "bucket Tea")
                    .containsSubsequence("What happened", "Started", "€10.01 charged");

            assertThat(new String(ana.download("/contributions/" + id).body(), StandardCharsets.UTF_8))
                    .contains(", every month", "/recurring/" + id);
            assertThat(ana.get("/api/v1/me/notices").ok().body())
                    .as("each Pool of it by name")
                    .contains(" to Tuesday Board Games and Corner Garden has arrived");
            assertThat(new String(ana.download("/pools/" + garden + "/treasury").body(), StandardCharsets.UTF_8))
                    .contains("about €4.00 a month");

            assertThat(ana.get("/api/v1/pools/" + garden).ok().number("recurringMonthly.amountMinor"))
                    .isEqualTo(400);

            Browser browser = Browser.signedIn(pools.address(), "ana");
            Browser.Page form = browser.get("/recurring/" + id);
            Browser.Page again =
                    browser.submit(form, "/recurring/" + id + "/change", Map.of("amount", "0.07", "share-1", "49.5"));
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.html()).as("what was typed stays").contains("value=\"0.07\"", "value=\"49.5\"");

            ana.post("/api/v1/recurring/" + id + "/cancel", "{}").ok();
            pools.advance(MONTH);
            assertThat(new String(ana.download("/recurring/" + id).body(), StandardCharsets.UTF_8))
                    .contains("It was last set to")
                    .doesNotContain("Your card is charged");
            assertThat(payments(ana, id)).hasSize(5);
            assertThat(ana.get("/api/v1/recurring/" + id).ok().text("state")).isEqualTo("ended");
            ana.post("/api/v1/recurring/" + id + "/pause", "{}").refused(409, "RECURRING_OVER");
            pools.advance("P1D");
            assertThat(pools.guest().get("/api/v1/reconciliation").ok().text("latest.result"))
                    .isEqualTo("exact");
        }
    }

    @OneDatabase
    void aFailedPaymentIsTriedAgainAndLeavingEndsTheShare(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = MainJobStoryTest.found(ana, "board-games");
            String garden = MainJobStoryTest.found(ben, "corner-garden");
            MainJobStoryTest.join(ana, garden);
            ana.post("/api/v1/pools/" + games + "/buckets", "{\"name\":\"Tea\"}")
                    .ok();
            String id = started(ana, games, garden);
            pay(pools, id, "5105105105105100");
            pools.advance(MONTH);
            var failed = ana.get("/api/v1/recurring/" + id).ok();
            assertThat(failed.text("state")).isEqualTo("past-due");
            assertThat(failed.text("payments.0.state")).isEqualTo("open");
            assertThat(failed.text("payments.0.payUrl")).isNotEmpty();
            assertThat(ana.get("/api/v1/me/notices").ok().body()).contains("could not be charged");
            pools.advance("PT96H");
            assertThat(ana.get("/api/v1/recurring/" + id).ok().text("state")).isEqualTo("active");
            assertThat(payments(ana, id)).hasSize(2);

            ana.delete("/api/v1/pools/" + garden + "/members/me").ok();
            var left = ana.get("/api/v1/recurring/" + id).ok();
            assertThat(left.at("split").size()).isEqualTo(2);
            // The processor is told before time goes on.
            pools.advance("PT1M");
            pools.advance(MONTH);
            assertThat(payments(ana, id)).hasSize(3);
            assertThat(ana.get("/api/v1/contributions/" + payments(ana, id).get(0))
                            .ok()
                            .number("amount.amountMinor"))
                    .isEqualTo(801);
        }
    }

    private static String started(Api ana, String games, String garden) {
        String body = "{\"amount\":{\"amountMinor\":1001,\"currency\":\"EUR\"},\"recurring\":{\"every\":\"month\"},"
                + "\"split\":[{\"pool\":\"" + games + "\",\"basisPoints\":5000},{\"pool\":\"" + games
                + "\",\"bucket\":\"tea\",\"basisPoints\":3000},{\"pool\":\"" + garden + "\",\"basisPoints\":2000}]}";
        var first = ana.post("/api/v1/contributions", body, "give-again").ok();
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("checkoutUrl")).isNotEmpty();
        assertThat(ana.post("/api/v1/contributions", body, "give-again").ok().text("id"))
                .isEqualTo(first.text("id"));
        return first.text("recurring");
    }

    private static void pay(RunningPools pools, String id, String card) {
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"" + card + "\"}")
                .ok();
        pools.advance("PT1M");
    }

    private static void nobodyElse(RunningPools pools, Api ben, String id) {
        ben.get("/api/v1/recurring/" + id).refused(404, "NOT_FOUND");
        for (String act : List.of("pause", "resume", "cancel", "card-page")) {
            ben.post("/api/v1/recurring/" + id + "/" + act, "{}").refused(404, "NOT_FOUND");
            pools.guest().post("/api/v1/recurring/" + id + "/" + act, "{}").refused(401, "SIGN_IN_REQUIRED");
        }
        ben.put("/api/v1/recurring/" + id, "{\"amount\":{\"amountMinor\":100,\"currency\":\"EUR\"}}")
                .refused(404, "NOT_FOUND");
        assertThat(ben.get("/api/v1/me/recurring").ok().at("items").size()).isZero();
        assertThat(ben.download("/recurring/" + id).statusCode()).isEqualTo(404);
    }

    /** The contributions that its payments became, the newest first. */
    private static List<String> payments(Api ana, String id) {
        List<String> paid = new ArrayList<>();
        for (JsonNode payment : ana.get("/api/v1/recurring/" + id).ok().at("payments")) {
            if (payment.path("state").asText().equals("paid")) {
                paid.add(payment.path("contribution").asText());
            }
        }
        return paid;
    }
}
