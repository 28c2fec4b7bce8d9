package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import io.dropwizard.testing.ConfigOverride;
import java.util.Map;

/** The operator's fee and a tip, and what the people of all Pools decide about their part of it. */
class CommonsStoryTest {
    private static final String HERE = "/api/v1/commons";
    private static final String FLOOD = "commons-eur";

    private static RunningPools open(TestDatabase db, int share) {
        return RunningPools.on(
                db,
                ConfigOverride.config("commons.fee", "200"),
                ConfigOverride.config("commons.tips", "true"),
                ConfigOverride.config("commons.share", String.valueOf(share)));
    }

    @OneDatabase
    void feeAndTipAreDividedRefundedAndSpentByAVoteOfAllPools(TestDatabase db) {
        try (RunningPools pools = open(db, 1_000)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            join(chi, garden);
            assertThat(pools.guest().get(HERE).ok().number("share.basisPoints")).isEqualTo(1_000);

            String paid = feeAndTipComeApartToTheCent(pools, ana, games);
            theSameShareOfBothGoesBack(pools, ana, paid);
            nobodyJoinsPaysInOrLeaves(pools, ana, games);
            moneyLeavesByAVote(pools, ana, ben, chi);
            theShareIsRaisedByVoteAndLoweredOnlyByFarMore(pools, ana, ben, chi);
            whatWasSpentHoldsNobodyUpAndIsMadeUpFor(pools, ana, ben, games, paid);
            theFeeIsTakenOfEveryRegularPayment(pools, ben, garden);
            pools.advance("PT24H");
            String all = pools.guest().get("/api/v1/reconciliation").ok().json().toString();
            assertThat(all).contains("\"result\":\"exact\"").contains("\"differences\":[]");
            assertThat(pools.guest()
                            .get("/api/v1/operators/eur/ledger/head")
                            .ok()
                            .number("seq"))
                    .isPositive();
            thePagesShowIt(pools, games);
            pools.advance("P366D");
            assertThat(share(pools)).as("by itself").isEqualTo(3_500);
        }
        try (RunningPools again = open(db, 100)) {
            assertThat(share(again)).as("whatever the configuration says").isBetween(2_500L, 3_500L);
            assertThat(again.guest().get(HERE).ok().json().at("/share/history")).hasSize(3);
        }
    }

    private static long share(RunningPools pools) {
        return pools.guest().get(HERE).ok().number("share.basisPoints");
    }

    private static String gift(long tip) {
        return "{\"amount\":{\"amountMinor\":100000,\"currency\":\"EUR\"},\"tip\":{\"amountMinor\":" + tip
                + ",\"currency\":\"EUR\"}";
    }

    private static String feeAndTipComeApartToTheCent(RunningPools pools, Api ana, String games) {
        String giving = "/api/v1/pools/" + games + "/contributions";
        ana.post(giving, gift(100_001) + "}").refused(422, "TIP_TOO_LARGE");
        ana.post(giving, gift(Long.MAX_VALUE) + "}").refused(422, "TIP_TOO_LARGE");
        ana.post(giving, gift(100) + ",\"recurring\":{\"every\":\"month\"}}").refused(422, "RECURRING_TIP");
        var started = ana.post(giving, gift(10_000) + "}").ok();
        assertThat(started.number("amount.amountMinor")).isEqualTo(110_000);
        assertThat(started.number("shares.0.amount.amountMinor")).isEqualTo(98_000);
        assertThat(started.number("platform.fee.amountMinor")).isEqualTo(2_000);
        assertThat(started.number("platform.tip.amountMinor")).isEqualTo(10_000);
        assertThat(started.number("platform.community.amountMinor")).isEqualTo(1_200);
        String id = started.text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok();
        pools.advance("PT168H");
        var after = ana.get("/api/v1/contributions/" + id).ok();
        assertThat(after.text("state")).isEqualTo("available");
        var commons = pools.guest().get(HERE).ok();
        assertThat(commons.number("items.0.community.cameIn.amountMinor")).isEqualTo(1_200);
        assertThat(commons.number("items.0.operator.cameIn.amountMinor")).isEqualTo(10_800);
        long held = commons.number("items.0.community.balances.available.amountMinor")
                + commons.number("items.0.operator.balances.available.amountMinor");
        long inPool = ana.get("/api/v1/pools/" + games).ok().number("balances.available.amountMinor");
        assertThat(held + inPool).isEqualTo(110_000 - after.number("fee.amountMinor"));
        return id;
    }

    private static void theSameShareOfBothGoesBack(RunningPools pools, Api ana, String paid) {
        ana.post(
                        "/api/v1/contributions/" + paid + "/refund",
                        "{\"amount\":{\"amountMinor\":55000,\"currency\":\"EUR\"},\"reason\":\"half\"}")
                .ok();
        pools.advance("PT10M");
        var commons = pools.guest().get(HERE).ok();
        assertThat(commons.number("items.0.community.cameIn.amountMinor")).isEqualTo(600);
        assertThat(commons.number("items.0.operator.cameIn.amountMinor")).isEqualTo(5_400);
    }

    private static String of(String type, String more) {
        return "{\"title\":\"A wish of mine\",\"text\":\"For reasons that everybody knows.\",\"action\":{\"type\":\""
                + type + "\"" + more + "}}";
    }

    private static void nobodyJoinsPaysInOrLeaves(RunningPools pools, Api ana, String games) {
        String own = "/api/v1/pools/" + games + "/proposals";
        String flood = ",\"flood\":\"" + FLOOD + "\"";
        String amount = ",\"amount\":{\"amountMinor\":100,\"currency\":\"EUR\"}";
        ana.post(own, of("join-flood", flood)).refused(422, "COMMONS_OF_ALL");
        ana.post(own, of("leave-flood", flood)).refused(422, "COMMONS_OF_ALL");
        ana.post(own, of("fund-flood", flood + amount)).refused(422, "COMMONS_OF_ALL");
        ana.post(own, of("pledge", flood + amount)).refused(422, "COMMONS_OF_ALL");
        ana.post(own, of("change-share", share(2_000, false))).refused(422, "NOT_FOR_THIS_BODY");
        String there = "/api/v1/floods/" + FLOOD + "/proposals";
        ana.post(there, of("dissolve", "")).refused(422, "COMMONS_OF_ALL");
        ana.post(there, of("remove-pool", ",\"pool\":\"" + games + "\"")).refused(422, "COMMONS_OF_ALL");
        pools.as("hal").post(there, of("statement", "")).refused(403, "MEMBERS_ONLY");
        ana.get("/api/v1/floods/" + FLOOD + "/costs?amountMinor=100").refused(422, "COMMONS_OF_ALL");
    }

    private static void moneyLeavesByAVote(RunningPools pools, Api ana, Api ben, Api chi) {
        String payee = payee(pools, ana, "floods", FLOOD);
        String id = propose(
                ana,
                "floods",
                FLOOD,
                of(
                        "pay",
                        ",\"payee\":\"" + payee
                                + "\",\"amount\":{\"amountMinor\":500,\"currency\":\"EUR\"},\"purpose\":\"Translations\""));
        decide(pools, id, ana, ben, chi);
        assertThat(ana.get("/api/v1/proposals/" + id + "/count").ok().number("electorate.people"))
                .isEqualTo(3);
        var commons = pools.guest().get(HERE).ok();
        assertThat(commons.number("items.0.community.paidOut.amountMinor")).isEqualTo(500);
        assertThat(commons.text("items.0.funded.0.purpose")).isEqualTo("Translations");
    }

    private static String share(int basisPoints, boolean lower) {
        return ",\"share\":{\"basisPoints\":" + basisPoints
                + ",\"riseBasisPoints\":1000,\"mostBasisPoints\":5000,\"lower\":" + lower + "}";
    }

    private static void theShareIsRaisedByVoteAndLoweredOnlyByFarMore(RunningPools pools, Api ana, Api ben, Api chi) {
        String there = "/api/v1/floods/" + FLOOD + "/proposals";
        ana.post(there, of("change-share", share(900, false))).refused(409, "SHARE_WOULD_FALL");
        ana.post(there, of("change-share", share(5_001, false))).refused(422, "SHARE_ABOVE_MOST");
        decide(pools, propose(ana, "floods", FLOOD, of("change-share", share(3_000, false))), ana, ben);
        assertThat(share(pools)).isEqualTo(3_000);

        String lower = propose(ana, "floods", FLOOD, of("change-share", share(500, true)));
        pools.advance("PT48H");
        String ballot = "/api/v1/proposals/" + lower + "/ballot";
        ana.put(ballot, "{\"choice\":\"agree\"}").ok();
        ben.put(ballot, "{\"choice\":\"agree\"}").ok();
        chi.put(ballot, "{\"choice\":\"disagree\"}").ok();
        pools.advance("PT121H");
        pools.advance("PT25H");
        assertThat(ana.get("/api/v1/proposals/" + lower).ok().text("state")).isEqualTo("rejected");
        assertThat(share(pools)).isEqualTo(3_000);
        decide(pools, propose(ana, "floods", FLOOD, of("change-share", share(2_500, true))), ana, ben, chi);
        assertThat(share(pools)).as("all agree").isEqualTo(2_500);
    }

    /** All of the first gift goes back when the commons has spent some of its part. */
    private static void whatWasSpentHoldsNobodyUpAndIsMadeUpFor(
            RunningPools pools, Api ana, Api ben, String games, String paid) {
        pools.guest().post("/sandbox/contributions/" + paid + "/refund", "{}").ok();
        assertThat(ana.get("/api/v1/contributions/" + paid).ok().text("state")).isEqualTo("refunded");
        var lacking = pools.guest().get(HERE).ok();
        assertThat(lacking.number("items.0.community.cameIn.amountMinor")).isZero();
        assertThat(lacking.number("items.0.operator.cameIn.amountMinor")).isZero();
        assertThat(lacking.number("items.0.community.balances.available.amountMinor"))
                .isZero();
        assertThat(ana.get("/api/v1/floods/" + FLOOD).ok().json().get("commons").asBoolean())
                .isTrue();

        String id = ben.post("/api/v1/pools/" + games + "/contributions", gift(10_000) + "}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok();
        pools.advance("PT168H");
        var again = pools.guest().get(HERE).ok();
        assertThat(again.number("items.0.community.cameIn.amountMinor"))
                .as("a quarter by now")
                .isEqualTo(3_000);
        assertThat(again.number("items.0.community.balances.available.amountMinor"))
                .isEqualTo(3_000 - 500 - again.number("items.0.community.cardCosts.amountMinor"));
    }

    private static void theFeeIsTakenOfEveryRegularPayment(RunningPools pools, Api ben, String garden) {
        String id = ben.post(
                        "/api/v1/pools/" + garden + "/contributions",
                        "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"},\"recurring\":{\"every\":\"month\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok();
        pools.advance("P32D");
        var payments = ben.get("/api/v1/recurring/" + id).ok().json().get("payments");
        assertThat(payments.size()).isGreaterThanOrEqualTo(2);
        payments.forEach(payment -> {
            var one = ben.get("/api/v1/contributions/"
                            + payment.get("contribution").asText())
                    .ok();
            assertThat(one.number("amount.amountMinor")).isEqualTo(2_000);
            assertThat(one.number("platform.fee.amountMinor")).isEqualTo(40);
            assertThat(one.number("platform.community.amountMinor")).isEqualTo(10);
            assertThat(one.number("shares.0.amount.amountMinor")).isEqualTo(1_960);
        });
    }

    private static void thePagesShowIt(RunningPools pools, String games) {
        Browser browser = Browser.signedIn(pools.address(), "ana");
        assertThat(browser.get("/commons").ok())
                .contains("The commons", "25%", "Translations", "A vote of all Pools", "The operator, once")
                .contains("came in for the operator;");
        assertThat(browser.get("/floods/" + FLOOD).location()).endsWith("/commons");
        assertThat(browser.get("/floods/" + FLOOD + "/proposals/new?type=change-share")
                        .ok())
                .contains("It may be less at some time");
        assertThat(browser.get("/floods/" + FLOOD + "/compact").ok()).contains("Lowering the share");
        assertThat(browser.get("/operators/eur/ledger").ok())
                .contains("The book of The operator (EUR)", "which no vote decides about");
        String path = "/pools/" + games + "/contribute";
        Browser.Page form = browser.get(path);
        assertThat(form.ok()).contains("A tip for this platform", "25% of it goes to the commons", "a fee of 2%");
        Browser.Page check = browser.submit(form, path, Map.of("amount", "20", "tip", "1"));
        assertThat(check.ok()).contains("Look it over", "21.00", "0.40", "1.00");
        Browser.Page paying = browser.submit(check, path, Map.of());
        assertThat(paying.location()).contains("/sandbox/checkout/");
        String id = paying.location().replaceAll(".*cs_sandbox_", "");
        assertThat(browser.get("/contributions/" + id).ok()).contains("Tip, on top", "Operator&#39;s fee");
    }
}
