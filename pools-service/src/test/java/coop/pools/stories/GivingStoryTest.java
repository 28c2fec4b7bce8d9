package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One card charge for several Pools, the fee covered, and part of it taken back: through the API and the pages. */
class GivingStoryTest {
    private static String split(long minor, boolean cover, String parts) {
        return "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"coverFee\":" + cover + ",\"split\":["
                + parts + "]}";
    }

    private static String part(String pool, int basisPoints) {
        return "{\"pool\":\"" + pool + "\",\"basisPoints\":" + basisPoints + "}";
    }

    private static void pay(RunningPools pools, String contribution) {
        pools.guest()
                .post("/sandbox/checkouts/" + contribution, "{\"card\":\"4242424242424242\"}")
                .ok();
    }

    @OneDatabase
    void oneChargeForSeveralPoolsComesApartToTheCent(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            String games = MainJobStoryTest.found(ana, "board-games");
            String garden = MainJobStoryTest.found(pools.as("ben"), "corner-garden");

            assertThat(ana.post("/api/v1/contributions", split(1000, false, part(games, 5050)))
                            .refused(422, "SPLIT_NOT_WHOLE")
                            .text("detail"))
                    .endsWith("they are 50.5 %.");
            ana.post("/api/v1/contributions", split(1000, false, part(games, 10_001) + "," + part(garden, -1)))
                    .refused(422, "SPLIT_TOO_SMALL");
            ana.post("/api/v1/contributions", split(1000, false, part(games, 5000) + "," + part(games, 5000)))
                    .refused(422, "SPLIT_TWICE");
            ana.post("/api/v1/contributions", split(1000, false, part("nowhere", 10_000)))
                    .refused(404, "NOT_FOUND");
            ana.post("/api/v1/contributions", split(1000, false, "")).refused(422, "SPLIT_TOO_MANY");

            var started = ana.post(
                            "/api/v1/contributions", split(2000, true, part(games, 3333) + "," + part(garden, 6667)))
                    .ok();
            String id = started.text("id");
            assertThat(started.number("meant.amountMinor")).isEqualTo(2000);
            long charged = started.number("amount.amountMinor");
            assertThat(charged).isEqualTo(2056);
            assertThat(started.number("expectedFee.amountMinor")).isEqualTo(56);
            long first = started.number("shares.0.amount.amountMinor");
            long second = started.number("shares.1.amount.amountMinor");
            assertThat(first + second).isEqualTo(charged);

            pay(pools, id);
            pools.advance("PT168H");
            assertThat(ana.get("/api/v1/contributions/" + id).ok().text("state"))
                    .isEqualTo("available");
            long inGames = available(ana, games);
            long inGarden = available(ana, garden);
            assertThat(inGames + inGarden).isEqualTo(2000);
            assertThat(inGames).isBetween(666L, 667L);

            pools.as("ben")
                    .post("/api/v1/contributions/" + id + "/refund", "{}")
                    .refused(403, "NOT_YOUR_CONTRIBUTION");
            ana.post(
                            "/api/v1/contributions/" + id + "/refund",
                            "{\"amount\":{\"amountMinor\":999,\"currency\":\"EUR\"},\"reason\":\"too much\"}")
                    .ok();
            pools.advance("PT10M");
            var after = ana.get("/api/v1/contributions/" + id).ok();
            assertThat(after.text("state")).isEqualTo("partly-refunded");
            assertThat(after.text("refunds.0.state")).isEqualTo("succeeded");
            assertThat(available(ana, games)).isEqualTo(inGames - 333);
            assertThat(available(ana, garden)).isEqualTo(inGarden - 666);
            pools.advance("PT360H");
            ana.post("/api/v1/contributions/" + id + "/refund", "{}").refused(409, "REFUND_WINDOW_OVER");
        }
    }

    private static long available(Api person, String pool) {
        return person.get("/api/v1/pools/" + pool).ok().number("balances.available.amountMinor");
    }

    @OneDatabase
    void thePagesShowTheSumsBeforePayingAndTheWayBack(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            String games = MainJobStoryTest.found(ana, "board-games");
            String garden = MainJobStoryTest.found(pools.as("ben"), "corner-garden");
            MainJobStoryTest.join(ana, garden);
            Browser browser = Browser.signedIn(pools.address(), "ana");

            Browser.Page form = browser.get("/pools/" + games + "/contribute");
            assertThat(form.html()).contains("holds it for");
            Browser.Page check =
                    browser.submit(form, "/pools/" + games + "/contribute", Map.of("amount", "20", "cover", "true"));
            assertThat(check.html()).contains("Look it over", "20.56", "0.56");
            Browser.Page paying = browser.submit(check, "/pools/" + games + "/contribute", Map.of());
            assertThat(paying.location()).contains("/sandbox/checkout/");
            String id = paying.location().replaceAll(".*cs_sandbox_", "");
            pay(pools, id);
            pools.advance("PT168H");
            Browser.Page page = browser.get("/contributions/" + id);
            assertThat(page.html()).contains("Thank you", "Take it back", "In the book", "Card fee");
            browser.submit(page, "/contributions/" + id + "/refund", Map.of("amount", "5", "reason", ""));
            pools.advance("PT10M");
            assertThat(browser.get("/contributions/" + id).html())
                    .contains("Part of it went back", "Given back", "Refund to");
            assertThat(linesOf(browser.get("/pools/" + games + "/treasury").ok(), "/contributions/" + id))
                    .hasSize(5)
                    .anyMatch(line -> line.contains("Card fee"))
                    .anyMatch(line -> line.contains("Refund to"));

            theTreasurersPageShowsAndFinds(browser, games, id);
            slowRefundIsOnItsWay(pools, browser, ana, games);

            Browser.Page split = browser.get("/split");
            assertThat(split.html()).contains("One payment, several Pools");
            Map<String, String> wrong = Map.of("amount", "10", "share-" + games, "60", "share-" + garden, "60");
            assertThat(browser.submit(split, "/split", wrong).html()).contains("must be 100 % together");
            Map<String, String> right = Map.of("amount", "10", "share-" + games, "33.34", "share-" + garden, "66.66");
            Browser.Page looked = browser.submit(split, "/split", right);
            assertThat(looked.html()).contains("9.60", "3.20", "6.40");
            Browser.Page back = browser.submit(looked, "/split", Map.of("back", "true"));
            assertThat(back.ok()).contains("One payment, several Pools", "value=\"33.34\"", "value=\"10.00\"");
            Browser.Page there = browser.submit(looked, "/split", Map.of());
            assertThat(there.location()).contains("/sandbox/checkout/");
            pay(pools, there.location().replaceAll(".*cs_sandbox_", ""));
            assertThat(ana.get("/api/v1/pools/" + garden).ok().number("balances.available.amountMinor")
                            + ana.get("/api/v1/pools/" + garden).ok().number("balances.pending.amountMinor"))
                    .isPositive();

            intoABucketByItsName(pools, browser, ana, games);
            aGuestKeepsAWayBack(pools, games);
            aRunningDisputeIsSaidOnThePoolsPage(pools, browser, ana, games);
        }
    }

    /** What the links to one page say. */
    static List<String> linesOf(String html, String path) {
        return Pattern.compile("<a href=\"" + path + "\">([^<]*)</a>")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void intoABucketByItsName(RunningPools pools, Browser browser, Api ana, String games) {
        String path = "/pools/" + games + "/contribute";
        assertThat(browser.get(path).html()).doesNotContain("Where to?");
        ana.post("/api/v1/pools/" + games + "/buckets", "{\"name\":\"Tea corner\"}")
                .ok();
        Browser.Page form = browser.get(path);
        assertThat(form.ok()).contains("Where to?", "as a whole", "The bucket Tea corner");
        Browser.Page paying = browser.submit(form, path, Map.of("amount", "7", "bucket", "tea-corner"));
        String id = paying.path().replaceAll(".*cs_sandbox_", "");
        pay(pools, id);
        assertThat(browser.get("/contributions/" + id).ok())
                .contains("bucket Tea corner", "Set apart in the bucket Tea corner");
        assertThat(browser.get("/pools/" + games + "/ledger").ok()).contains("Set apart in the bucket Tea corner");
        assertThat(browser.get("/pools/" + games + "/treasury").ok()).contains("Set apart in the bucket Tea corner");
        assertThat(browser.submit(form, path, Map.of("amount", "7", "bucket", "gone"))
                        .refused(422))
                .contains("href=\"#f-bucket\"", "id=\"f-bucket\"");
        assertThat(ana.get("/api/v1/contributions/" + id).ok().text("shares.0.bucket"))
                .isEqualTo("tea-corner");
    }

    private static void aGuestKeepsAWayBack(RunningPools pools, String games) {
        Browser guest = Browser.guest(pools.address());
        String path = "/pools/" + games + "/contribute";
        String id = guest.submit(guest.get(path), path, Map.of("amount", "8", "name", "Gus"))
                .path()
                .replaceAll(".*cs_sandbox_", "");
        pay(pools, id);
        pools.advance("PT10M");
        String own = "/contributions/" + id;
        Browser other = Browser.guest(pools.address());
        assertThat(other.get(own).ok()).doesNotContain("Keep a way back", "Take it back");
        Browser.Page thanks = guest.get(own);
        assertThat(thanks.ok()).contains("Keep a way back").doesNotContain("Take it back");
        String link = guest.submit(thanks, own + "/link", Map.of()).path();
        assertThat(link).matches(own + "/mine\\?token=[A-Za-z0-9_-]{43}");
        assertThat(other.get(link.substring(0, link.length() - 1) + "!").status())
                .isEqualTo(404);
        Browser.Page mine = other.get(link);
        assertThat(mine.ok()).contains("This page is yours alone", "Take it back", "Gus");
        assertThat(other.submit(mine, own + "/mine", Map.of("amount", "3", "reason", ""))
                        .path())
                .isEqualTo(link);
        pools.advance("PT10M");
        assertThat(other.get(link).ok()).contains("Part of it went back");
        String program = "/api/v1/pools/" + games + "/contributions";
        String told = pools.guest()
                .post(program, "{\"amount\":{\"amountMinor\":900,\"currency\":\"EUR\"}}")
                .ok()
                .text("privateUrl");
        assertThat(told).contains("/mine?token=");
        assertThat(pools.guest()
                        .get(own.replace("/contributions", "/api/v1/contributions"))
                        .ok()
                        .text("privateUrl"))
                .isEmpty();
    }

    private static void theTreasurersPageShowsAndFinds(Browser browser, String games, String id) {
        assertThat(browser.get("/pools/" + games).ok()).contains("Cost of accounting: €0.56 in fees and charges");
        String page = "/pools/" + games + "/treasury";
        assertThat(browser.get(page).ok())
                .contains("Held together", "It lasts", "Money in and out in the last 7 months", "The same as a table")
                .contains("class=\"chart-in\"", "What waits for what", "€15.00");
        assertThat(linesOf(browser.get(page + "?q=refund").ok(), "/contributions/" + id))
                .isNotEmpty()
                .allMatch(line -> line.contains("Refund to") || line.contains("for a refund"));
        assertThat(linesOf(browser.get(page + "?least=20").ok(), "/contributions/" + id))
                .hasSizeBetween(1, 2);
        assertThat(browser.get(page + "?q=nobody-wrote-this").ok()).contains("Nothing found");
        assertThat(browser.get(page + "?least=x").status()).isEqualTo(422);
    }

    private static void slowRefundIsOnItsWay(RunningPools pools, Browser browser, Api ana, String games) {
        String id = ana.post(
                        "/api/v1/pools/" + games + "/contributions",
                        "{\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4000000000007726\"}")
                .ok();
        ana.post("/api/v1/contributions/" + id + "/refund", "{\"amount\":{\"amountMinor\":100,\"currency\":\"EUR\"}}")
                .ok();
        pools.advance("PT10M");
        assertThat(browser.get("/contributions/" + id).ok()).contains("is on its way back to the card");
        pools.advance("PT25H");
        assertThat(browser.get("/contributions/" + id).ok()).contains("went back to the card");
    }

    private static void aRunningDisputeIsSaidOnThePoolsPage(
            RunningPools pools, Browser browser, Api ana, String games) {
        assertThat(browser.get("/pools/" + games).ok()).doesNotContain("in dispute");
        String id = ana.post(
                        "/api/v1/pools/" + games + "/contributions",
                        "{\"amount\":{\"amountMinor\":3100,\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4000000000000259\"}")
                .ok();
        pools.advance("PT1H");
        assertThat(browser.get("/pools/" + games).ok()).contains("A payment is in dispute", "31.00");
        assertThat(ana.get("/api/v1/pools/" + games).ok().number("openDisputes"))
                .isEqualTo(1);
        assertThat(browser.get("/contributions/" + id).ok()).contains("Evidence is due by ", "hands it in, once");
        assertThat(browser.get("/pools/" + games + "/treasury").ok())
                .contains("Evidence until ", "Held by the bank in disputes");
        assertThat(linesOf(browser.get("/pools/" + games + "/ledger").ok(), "/contributions/" + id))
                .anyMatch(line -> line.contains("Taken by the bank"));
        whatAPoolLacksStopsItsPayouts(pools, browser, ana, games);
        pools.advance("P20D");
        Browser later = Browser.signedIn(pools.address(), "ana");
        assertThat(later.get("/contributions/" + id).ok()).contains("The time for evidence ended ");
        assertThat(later.get("/pools/" + games + "/treasury").ok())
                .contains("The bank&#39;s decision")
                .doesNotContain("Evidence until ");
        assertThat(later.get("/contributions/" + id).ok()).contains("Until the bank decides", "Disputed at the bank");
        assertThat(ana.get("/api/v1/contributions/" + id).ok().text("dispute")).isEqualTo("open");
        decided(pools, id, "lost");
        assertThat(later.get("/contributions/" + id).ok())
                .contains("The bank has decided for the payer", "Given back by the bank", "given them €31.00 back")
                .contains("Dispute lost, the payer owes it")
                .doesNotContain("Until the bank decides", "Disputed at the bank");
        assertThat(later.get("/me/contributions").ok()).contains("Dispute lost, the payer owes it");
        assertThat(ana.get("/api/v1/contributions/" + id).ok().text("dispute")).isEqualTo("lost");
        whatWasWonIsSaid(pools, ana, later, games);
    }

    private static void whatWasWonIsSaid(RunningPools pools, Api ana, Browser browser, String games) {
        String id = ana.post(
                        "/api/v1/pools/" + games + "/contributions",
                        "{\"amount\":{\"amountMinor\":3200,\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4000000000000259\"}")
                .ok();
        assertThat(browser.get("/me/contributions").ok()).contains("Disputed at the bank");
        decided(pools, id, "won");
        assertThat(browser.get("/contributions/" + id).ok())
                .contains("Dispute won", "The bank has decided for ")
                .doesNotContain("Disputed at the bank");
        assertThat(browser.get("/me/contributions").ok()).contains("Dispute won");
        Api.Answer won = ana.get("/api/v1/contributions/" + id).ok();
        assertThat(won.text("dispute")).isEqualTo("won");
        assertThat(won.text("state")).isNotEqualTo("disputed");
    }

    private static void decided(RunningPools pools, String contribution, String outcome) {
        pools.guest()
                .post("/sandbox/contributions/" + contribution + "/dispute", "{\"outcome\":\"" + outcome + "\"}")
                .ok();
    }

    private static void whatAPoolLacksStopsItsPayouts(RunningPools pools, Browser browser, Api ana, String games) {
        String here = "/api/v1/pools/" + games;
        assertThat(ana.get(here).ok().json().get("payoutsStopped")).isEmpty();
        // Each dispute costs a fee of the bank's.
        for (int i = 0; i < 3; i++) {
            String id = ana.post(here + "/contributions", "{\"amount\":{\"amountMinor\":100,\"currency\":\"EUR\"}}")
                    .ok()
                    .text("id");
            pools.guest()
                    .post("/sandbox/checkouts/" + id, "{\"card\":\"4000000000000259\"}")
                    .ok();
        }
        pools.advance("PT1H");
        Api.Answer pool = ana.get(here).ok();
        assertThat(pool.text("payoutsStopped.0")).isEqualTo("shortfall");
        assertThat(pool.number("balances.available.amountMinor")).isZero();
        String lacking = MoneyText.of(Money.of(pool.number("lacking.amountMinor"), "EUR"));
        assertThat(browser.get("/pools/" + games).ok()).contains("Payouts are stopped", lacking + " is lacking");
        assertThat(browser.get("/pools/" + games + "/treasury").ok())
                .contains("Payouts are stopped", "Lacking", lacking);
    }
}
