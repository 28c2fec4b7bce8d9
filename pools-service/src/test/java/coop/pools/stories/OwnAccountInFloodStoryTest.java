package coop.pools.stories;

import static coop.pools.stories.CustodyTest.choose;
import static coop.pools.stories.CustodyTest.nameAsSteward;
import static coop.pools.stories.CustodyTest.openTheAccount;
import static coop.pools.stories.MainJobStoryTest.available;
import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.SampleFiles;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.UploadForm;
import java.util.List;
import java.util.Locale;

/** A Pool with an account of its own gives to a Flood, spends with the others there and takes its share home. */
class OwnAccountInFloodStoryTest {
    private static final String TOP_UP = "/sandbox/top-ups/0190a1b2-0000-7000-8000-00000000000";

    @OneDatabase
    void twoStewardsHandItOverAndItCountsWhenItHasArrived(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            decide(pools, propose(ana, "pools", games, choose("own")), ana, ben);
            openTheAccount(pools, ana, ben, games);
            nameAsSteward(pools, ana, ben, games);
            contribute(pools, ben, games, 6_000);
            String runners = found(ana, "riverside-runners");
            contribute(pools, ana, runners, 6_000);
            pools.advance("P8D");

            Api.Answer founded = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Lights\",\"purpose\":\"Lamps on the path\",\"currency\":\"EUR\",\"pools\":[\""
                                    + games + "\",\"" + runners + "\"]}")
                    .ok();
            decideAll(pools, List.of(founded.text("proposals.0.id"), founded.text("proposals.1.id")), ana, ben);
            long had = available(ana, "pools", games);
            decide(pools, propose(ana, "pools", runners, give(2_000)), ana);
            decide(pools, propose(ana, "pools", games, give(2_000)), ana, ben);

            String payout = ana.get("/api/v1/pools/" + games + "/payouts").ok().text("items.0.id");
            assertThat(page(pools, "/payouts/" + payout))
                    .contains("Ask the operator of this site for their bank account", "and so on its way");
            assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("way")).isEqualTo("stewards");
            assertThat(available(ana, "pools", games)).isEqualTo(had - 2_000);
            String holder = ana.get("/api/v1/payouts/" + payout).ok().text("payee");
            ana.get("/api/v1/payees/" + holder).refused(404, "NOT_FOUND");
            assertThat(page(pools, "/floods/lights")).contains("€20.00 of Tuesday Board Games is still to be sent");
            send(ana, ben, payout);
            assertThat(page(pools, "/floods/lights")).contains("€20.00 of Tuesday Board Games is on its way");
            assertThat(page(pools, "/payouts/" + payout))
                    .contains("It is our stake there when the card processor says that it has arrived");
            assertThat(page(pools, "/pools/" + games + "/treasury"))
                    .contains("On its way to the Flood lights", "word that it has arrived")
                    .doesNotContain("Nothing waits");

            topUp(pools, 1, 1_999, payout);
            topUp(pools, 2, 2_000, "for nothing that is known");
            untilSeen(pools, payout, "€19.99 came to the operator with this number");
            assertThat(ana.get("/api/v1/payouts/" + payout)
                            .ok()
                            .json()
                            .at("/handOver/arrivedAt")
                            .isMissingNode())
                    .as("another amount, and none of ours")
                    .isTrue();
            assertThat(page(pools, "/payouts/" + payout))
                    .contains(
                            "€19.99 came to the operator with this number, where <strong>€20.00</strong> was decided");
            assertThat(page(pools, "/notices"))
                    .contains("€19.99 has come with the number of a payment", "exactly €20.00");
            assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("handOver.others.0.amountMinor"))
                    .isEqualTo("1999");
            Api.Answer compared = pools.guest().get("/api/v1/reconciliation").ok();
            assertThat(compared.text("topUps.0.payout")).isEqualTo(payout);
            assertThat(compared.text("topUps.0.amount.amountMinor")).isEqualTo("1999");
            assertThat(compared.json().at("/topUps/1").isMissingNode()).isTrue();
            topUp(
                    pools,
                    3,
                    2_000,
                    "From Board Games " + payout.toUpperCase(Locale.ROOT).replace("-", ""));
            topUp(pools, 3, 2_000, payout);
            untilSeen(pools, payout, "It has arrived with whoever holds");
            assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("handOver.arrivedAt"))
                    .isNotEmpty();
            assertThat(page(pools, "/floods/lights")).doesNotContain("is on its way");
            assertThat(page(pools, "/notices")).contains("€20.00 of Tuesday Board Games has arrived with");
            assertExact(pools);
            assertThat(page(pools, "/payouts/" + payout)).contains("It has arrived with whoever holds");
            assertThat(page(pools, "/pools/" + games + "/treasury")).contains("Nothing waits");
            ana.post(
                            "/api/v1/payouts/" + payout + "/words",
                            new UploadForm().word("kind", "came-back").word("text", "back"))
                    .refused(409, "HAS_ARRIVED");

            assertThat(pools.guest().post(TOP_UP + 3 + "/reversal", "{}").status())
                    .isBetween(200, 299);
            pools.advance("PT20M");
            pools.task("reconcile");
            assertThat(page(pools, "/payouts/" + payout)).contains("It had arrived, and a bank took it back");
            assertThat(page(pools, "/floods/lights")).contains("€20.00 of Tuesday Board Games is on its way");
            assertThat(page(pools, "/notices")).contains("A bank has taken €20.00 of Tuesday Board Games back");
            assertExact(pools);
            topUp(pools, 4, 2_000, payout);
            untilSeen(pools, payout, "It has arrived with whoever holds");
            assertThat(page(pools, "/payouts/" + payout)).contains("It has arrived with whoever holds");
            assertExact(pools);

            aPartIsTakenBackAndBroughtAgain(pools, ana, payout);

            String owner = payee(pools, ana, "floods", "lights");
            decide(
                    pools,
                    propose(
                            ana,
                            "floods",
                            "lights",
                            "{\"title\":\"Lamps\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + owner
                                    + "\",\"amount\":{\"amountMinor\":1001,\"currency\":\"EUR\"},\"purpose\":\"Lamps\"}}"),
                    ana,
                    ben);
            assertThat(available(ana, "floods", "lights")).isEqualTo(4_000 - 1_001);
            long before = available(ana, "pools", games);
            decide(pools, propose(ana, "pools", games, leave()), ana, ben);
            pools.advance("P1D");
            long home = 2_000 - 501;
            assertThat(available(ana, "pools", games) - before)
                    .as("it has come home to the account")
                    .isBetween(home, home + 1);
            assertThat(ana.get("/api/v1/pools/" + games + "/custody")
                            .ok()
                            .json()
                            .at("/open/0")
                            .isMissingNode())
                    .as("nothing is left with the operator")
                    .isTrue();
            assertExact(pools);
            assertThat(page(pools, payoutHome(ana, games))).contains("the operator had it");
            assertThat(page(pools, "/notices")).contains("has come to its own account");
        }
    }

    private static void aPartIsTakenBackAndBroughtAgain(RunningPools pools, Api ana, String payout) {
        String reversal = TOP_UP + 4 + "/reversal";
        for (String amount :
                List.of("0", "-1", "2001", "9223372036854775807", "99999999999999999999", "5.5", "\"much\"", "null")) {
            pools.guest().post(reversal, part(amount, "EUR")).refused(422, "INVALID_FIELD");
        }
        for (String currency : List.of("USD", "euro", "")) {
            pools.guest().post(reversal, part("500", currency)).refused(422, "INVALID_FIELD");
        }
        pools.guest().post(TOP_UP + 9 + "/reversal", part("500", "EUR")).refused(404, "NOT_FOUND");

        assertThat(pools.guest().post(reversal, part("500", "EUR")).status()).isBetween(200, 299);
        pools.advance("PT20M");
        pools.task("reconcile");
        assertThat(page(pools, "/payouts/" + payout)).contains("A bank took <strong>€5.00</strong> of it back");
        assertThat(page(pools, "/floods/lights")).contains("€5.00 of Tuesday Board Games is on its way");
        assertThat(page(pools, "/notices")).contains("A bank has taken €5.00 of Tuesday Board Games back");
        Api.Answer present = ana.get("/api/v1/payouts/" + payout).ok();
        assertThat(present.text("handOver.takenBack.amountMinor")).isEqualTo("500");
        assertThat(present.json().at("/handOver/lacking").isMissingNode()).isTrue();
        assertThat(available(ana, "floods", "lights")).isEqualTo(3_500);
        assertExact(pools);
        topUp(pools, 5, 500, payout);
        for (int look = 0; look < 5 && available(ana, "floods", "lights") < 4_000; look++) {
            pools.advance("PT20M");
        }
        assertThat(page(pools, "/payouts/" + payout)).doesNotContain("of it back");
        assertThat(available(ana, "floods", "lights")).isEqualTo(4_000);
        assertExact(pools);
    }

    private static String part(String minor, String currency) {
        return "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"" + currency + "\"}}";
    }

    /** The page of the Pool's latest payout. */
    private static String payoutHome(Api ana, String games) {
        Api.Answer payouts = ana.get("/api/v1/pools/" + games + "/payouts").ok();
        return "/payouts/" + payouts.text("items.0.id");
    }

    static void send(Api ana, Api ben, String payout) {
        String words = "/api/v1/payouts/" + payout + "/words";
        ana.post(
                        words,
                        new UploadForm()
                                .word("kind", "sent")
                                .word("text", "Transfer 21")
                                .file("receipt", "sent.pdf", SampleFiles.pdf("")))
                .ok();
        ben.post(words, new UploadForm().word("kind", "seen")).ok();
    }

    static void topUp(RunningPools pools, int no, long minor, String words) {
        int status = pools.guest()
                .post(
                        TOP_UP + no,
                        "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"words\":\"" + words + "\"}")
                .status();
        assertThat(status).isBetween(200, 299);
    }

    /** The processor's list is looked at again a little later, also where another look is under way when the clock moves. */
    static void untilSeen(RunningPools pools, String payout, String words) {
        for (int look = 0; look < 5 && !page(pools, "/payouts/" + payout).contains(words); look++) {
            pools.advance("PT20M");
        }
        assertThat(page(pools, "/payouts/" + payout)).contains(words);
    }

    static void assertExact(RunningPools pools) {
        pools.task("reconcile");
        Api.Answer compared = pools.guest().get("/api/v1/reconciliation").ok();
        assertThat(compared.text("latest.result")).as(compared.body()).isEqualTo("exact");
    }

    static String page(RunningPools pools, String path) {
        return Browser.signedIn(pools.address(), "ana").get(path).ok();
    }

    private static String give(long minor) {
        return "{\"title\":\"We give\",\"text\":\"\",\"action\":{\"type\":\"fund-flood\",\"flood\":\"lights\","
                + "\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}}";
    }

    private static String leave() {
        return "{\"title\":\"We leave\",\"text\":\"\",\"action\":{\"type\":\"leave-flood\",\"flood\":\"lights\"}}";
    }
}
