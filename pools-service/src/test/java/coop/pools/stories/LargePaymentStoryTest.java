package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.platform.web.InstantText;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.time.Instant;
import java.util.List;

/** A payment cannot be made to look usual by a gift that goes home when the vote is on its way. */
class LargePaymentStoryTest {
    @EveryDatabase
    void aGiftThatMadeAPaymentSmallStaysUnlessTheVoteFails(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            String early = given(ben, games, 1_000);
            pay(pools, early);
            contribute(pools, ana, games, 10_000);
            String gift = given(ben, games, 90_000);
            pay(pools, gift);
            String payee = payee(pools, ana, "pools", games);
            pools.advance("P3D");
            String wish = "{\"title\":\"A trip\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                    + "\",\"amount\":{\"amountMinor\":20000,\"currency\":\"EUR\"},\"purpose\":\"A trip\"}}";
            String trip = propose(ben, "pools", games, wish);
            String lost = propose(ben, "pools", games, wish);

            pools.advance("PT48H");
            assertThat(ana.get("/api/v1/proposals/" + trip + "/count").ok().number("rule.thresholdBasisPoints"))
                    .as("looks usual")
                    .isEqualTo(5_000);
            long spendable = ana.get("/api/v1/pools/" + games).ok().number("balances.available.amountMinor");
            long most = spendable - 80_000;
            assertThat(refund(ben, gift, most + 1)
                            .refused(409, "REFUND_KEEPS_PAYMENT")
                            .number("facts.most.amountMinor"))
                    .as("200.00 must stay a quarter of what is left")
                    .isEqualTo(most);
            assertThat(Browser.signedIn(pools.address(), "ben")
                            .get("/contributions/" + gift)
                            .ok())
                    .contains("Up to €%d.%02d can go back".formatted(most / 100, most % 100));
            refund(ben, gift, most - 500).ok();
            refund(ben, early, 501).refused(409, "REFUND_KEEPS_PAYMENT");
            refund(ben, early, 500).ok();
            refund(ben, gift, 1).refused(409, "REFUND_KEEPS_PAYMENT");
            String later = given(ana, games, 1_000);
            pay(pools, later);
            pools.advance("PT1H");
            refund(ana, later, 100).ok();

            ana.put("/api/v1/proposals/" + trip + "/ballot", "{\"choice\":\"disagree\"}")
                    .ok();
            ana.put("/api/v1/proposals/" + lost + "/ballot", "{\"choice\":\"disagree\"}")
                    .ok();
            pools.advance("P6D");
            assertThat(ana.get("/api/v1/proposals/" + trip).ok().text("state")).isIn("rejected", "expired");
            refund(ben, gift, 10_000).ok();
        }
    }

    @EveryDatabase
    void aGiftThatComesBackFromTheCardCanBeTakenBackAgain(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            contribute(pools, ana, games, 10_000);
            String gift = given(ben, games, 90_000);
            pay(pools, gift, "4000000000005126");
            String payee = payee(pools, ana, "pools", games);
            String trip = propose(
                    ben,
                    "pools",
                    games,
                    "{\"title\":\"A trip\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                            + "\",\"amount\":{\"amountMinor\":20000,\"currency\":\"EUR\"},\"purpose\":\"A trip\"}}");
            pools.advance("PT48H");
            long most = ana.get("/api/v1/pools/" + games).ok().number("balances.available.amountMinor") - 80_000;
            refund(ben, gift, most).ok();
            refund(ben, gift, 1).refused(409, "REFUND_KEEPS_PAYMENT");
            ana.put("/api/v1/proposals/" + trip + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
            ben.put("/api/v1/proposals/" + trip + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();

            pools.advance("PT121H");
            assertThat(ben.get("/api/v1/contributions/" + gift).ok().text("state"))
                    .isEqualTo("available");
            assertThat(ana.get("/api/v1/proposals/" + trip).ok().text("state")).isEqualTo("cooling-off");
            refund(ben, gift, most + 1).refused(409, "REFUND_KEEPS_PAYMENT");
            refund(ben, gift, most).ok();
            refund(ben, gift, 1).refused(409, "REFUND_KEEPS_PAYMENT");
        }
    }

    @EveryDatabase
    void allMembersAreToldThatTheyMayLeaveBeforeALargePaymentIsMade(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            ben.get("/api/v1/groups?source=sandbox").ok();
            String garden = ben.post(
                            "/api/v1/pools",
                            "{\"source\":\"sandbox\",\"groupId\":\"corner-garden\",\"rules\":{\"exit.redeem\":\"none\"}}")
                    .ok()
                    .text("slug");
            join(ben, games);
            join(ana, garden);
            contribute(pools, ana, games, 10_000);
            contribute(pools, ana, garden, 10_000);
            pools.advance("P10D");
            String dice = propose(ana, "pools", games, wish(payee(pools, ana, "pools", games), "Dice", 400));
            String table = propose(ana, "pools", games, wish(payee(pools, ana, "pools", games), "A table", 4_000));
            String shed = propose(ana, "pools", garden, wish(payee(pools, ana, "pools", garden), "A shed", 4_000));
            pools.advance("PT49H");
            join(chi, games);
            for (String each : List.of(dice, table, shed)) {
                ana.put("/api/v1/proposals/" + each + "/ballot", "{\"choice\":\"agree\"}")
                        .ok();
                ben.put("/api/v1/proposals/" + each + "/ballot", "{\"choice\":\"agree\"}")
                        .ok();
            }
            pools.advance("PT120H");
            assertThat(ana.get("/api/v1/proposals/" + table).ok().text("state")).isEqualTo("cooling-off");
            String until = InstantText.of(
                    Instant.parse(ana.get("/api/v1/proposals/" + table).ok().text("enactsAt")));
            for (String each : List.of("ana", "ben", "chi")) {
                assertThat(Browser.signedIn(pools.address(), each)
                                .get("/notices")
                                .ok())
                        .as(each)
                        .contains("A large payment of Tuesday Board Games has passed: A table. It is made on " + until)
                        .contains("href=\"/pools/" + games + "/members/leave\"", "href=\"/proposals/" + table + "\"")
                        .as("usual, or of a Pool that gives nothing back")
                        .doesNotContain("passed: Dice", "passed: A shed");
            }
        }
    }

    private static String wish(String payee, String what, long minor) {
        return "{\"title\":\"" + what + "\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                + "\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"purpose\":\"" + what + "\"}}";
    }

    private static String given(Api person, String pool, long minor) {
        return person.post(
                        "/api/v1/pools/" + pool + "/contributions",
                        "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
    }

    private static void pay(RunningPools pools, String contribution) {
        pay(pools, contribution, "4242424242424242");
    }

    private static void pay(RunningPools pools, String contribution, String card) {
        pools.guest()
                .post("/sandbox/checkouts/" + contribution, "{\"card\":\"" + card + "\"}")
                .ok();
    }

    private static Api.Answer refund(Api person, String contribution, long minor) {
        return person.post(
                "/api/v1/contributions/" + contribution + "/refund",
                "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}");
    }
}
