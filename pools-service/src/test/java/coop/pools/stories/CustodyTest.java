package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.available;
import static coop.pools.stories.MainJobStoryTest.contribute;
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
import coop.pools.testing.SampleFiles;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.UploadForm;
import java.net.URI;
import java.util.Map;

class CustodyTest {
    private static final String CARD = "{\"card\":\"4242424242424242\"}";

    @OneDatabase
    void fromAnAccountOfItsOwnToAPaymentByTwoStewardsAndBack(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            String here = "/api/v1/pools/" + games;
            assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("host");
            assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(1);
            String monthly = monthly(pools, ben, games);
            spend(pools, ana, games, ana, ben);
            String unpaid = begin(pools.guest(), games, 2_000);

            decide(pools, propose(ana, "pools", games, choose("own")), ana, ben);
            String late = begin(pools.guest(), games, 2_000, 409, "CUSTODY_NOT_READY");
            assertThat(late).isEmpty();
            assertThat(Browser.guest(pools.address())
                            .get("/pools/" + games + "/contribute")
                            .ok())
                    .contains("Nothing is taken in now")
                    .doesNotContain("Go on to pay");
            openTheAccount(pools, ana, ben, games);
            assertThat(ana.get(here + "/custody").ok().json().get("waitsFor")).isEmpty();
            assertThat(ana.get(here + "/bylaws").ok().number("version")).isEqualTo(2);

            // What was begun under the old arrangement is over, and nothing of it can be paid any more.
            assertThat(pools.guest().get("/api/v1/contributions/" + unpaid).ok().text("state"))
                    .isEqualTo("expired");
            pools.guest().post("/sandbox/checkouts/" + unpaid, CARD);
            assertThat(pools.guest().get("/api/v1/contributions/" + unpaid).ok().text("state"))
                    .isEqualTo("expired");
            assertThat(ben.get("/api/v1/recurring/" + monthly).ok().text("state"))
                    .isEqualTo("ended");
            assertThat(ben.get("/api/v1/me/notices").ok().body()).contains("their money is held elsewhere");
            assertThat(available(ana, "pools", games)).isZero();

            Browser browser = Browser.signedIn(pools.address(), "ana");
            assertThat(browser.get("/pools/" + games).ok())
                    .contains("Held by its stewards, on the Pool&#39;s own account at the card processor");
            assertThat(browser.get("/pools/" + games + "/bylaws").ok()).contains("its stewards");
            assertThat(browser.get("/pools/" + games + "/custody").ok())
                    .contains("one steward sends the money", "It takes two stewards");

            nameAsSteward(pools, ana, ben, games);
            contribute(pools, ben, games, 5_000);
            assertThat(available(ana, "pools", games)).isPositive();
            String payout = payByHand(pools, ana, ben, games);
            assertThat(ana.get(here + "/payouts").ok().text("items.0.id")).isEqualTo(payout);
            assertThat(browser.get("/payouts/" + payout).ok()).contains("Transfer 17");
            assertThat(browser.get("/contributions/" + monthly).ok())
                    .as("taken in before")
                    .doesNotContain("on its own account");
            assertThat(browser.get("/pools/" + games + "/contribute").ok()).contains("by its stewards");
            assertThat(pools.guest().get(here + "/ledger.journal").status()).isEqualTo(200);

            partByHand(pools, ana, ben, games);
            long owed = anOldPaymentIsTakenBackWhereItWasMade(pools, ana, ben, games, monthly);
            itsMoneyIsNotMixedWithThatOfOthers(pools.address(), ana, games);

            // Back to the operator: only when nothing is left, and what is begun meanwhile does not hold it up.
            String blocked = propose(ana, "pools", games, choose("host"));
            decide(pools, blocked, ana, ben);
            assertThat(ana.get("/api/v1/proposals/" + blocked).ok().text("blocked.code"))
                    .isEqualTo("CUSTODY_MONEY_LEFT");
            spendByHand(pools, ana, ben, games, available(ana, "pools", games));
            String open = begin(pools.guest(), games, 900);
            decide(pools, propose(ana, "pools", games, choose("host")), ana, ben);
            pools.advance("PT1H");
            assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("host");
            assertThat(ana.get(here + "/bylaws").ok().number("version")).isEqualTo(3);
            assertThat(pools.guest().get("/api/v1/contributions/" + open).ok().text("state"))
                    .isEqualTo("expired");
            ben.delete(here + "/members/me").ok();
            assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(1);
            pools.advance("P1D");
            var compared = pools.guest().get("/api/v1/reconciliation").ok();
            assertThat(compared.number("latest.differences")).isZero();
            assertThat(compared.number("latest.totals.0.unexplained.amountMinor"))
                    .isZero();
            assertThat(compared.number("latest.totals.0.lacking.amountMinor"))
                    .as("the operator says that they got it, and has not brought it to the processor")
                    .isEqualTo(owed);
            assertThat(compared.text("latest.result")).isEqualTo("different");
        }
    }

    /** What was owed for it, and settled. */
    private static long anOldPaymentIsTakenBackWhereItWasMade(
            RunningPools pools, Api ana, Api ben, String games, String old) {
        String here = "/api/v1/pools/" + games;
        contribute(pools, ben, games, 4_000);
        pools.advance("PT1H");
        long before = available(ana, "pools", games);
        pools.guest()
                .post("/sandbox/contributions/" + old + "/dispute", "{\"outcome\":\"opened\"}")
                .ok();
        pools.advance("PT1H");
        var open = ana.get(here + "/custody").ok();
        assertThat(open.text("open.0.with")).isEqualTo("operator");
        assertThat(open.number("open.0.owed.amountMinor")).isGreaterThan(1_000);
        assertThat(available(ana, "pools", games)).isEqualTo(before - open.number("open.0.owed.amountMinor"));
        assertThat(Browser.guest(pools.address())
                        .get("/pools/" + games + "/custody")
                        .ok())
                .contains("Still open from before", "to the operator");
        assertThat(Browser.guest(pools.address())
                        .get("/pools/" + games + "/treasury")
                        .ok())
                .contains("Owed to the operator", "Held by the bank in disputes");
        assertThat(pools.task("settle-custody")).contains("say which Pool");
        assertThat(pools.task("settle-custody?pool=nowhere&reference=x")).contains("no such Pool");
        assertThat(pools.task("settle-custody?pool=" + games + "&reference=May"))
                .contains("settled");
        assertThat(pools.task("settle-custody?pool=" + games + "&reference=May"))
                .contains("nothing is open");
        assertThat(ana.get(here + "/custody").ok().json().get("open")).isEmpty();
        assertThat(Browser.guest(pools.address())
                        .get("/pools/" + games + "/ledger")
                        .ok())
                .as("who holds it, and the vote that moved it")
                .containsSubsequence(
                        "<a href=\"/pools/" + games + "/custody\">Settled with the operator: May</a>",
                        "<a href=\"/proposals/");
        return open.number("open.0.owed.amountMinor");
    }

    private static void itsMoneyIsNotMixedWithThatOfOthers(URI address, Api ana, String games) {
        String others = found(ana, "riverside-runners");
        String split = "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"},\"split\":[{\"pool\":\"" + games
                + "\",\"basisPoints\":5000},{\"pool\":\"" + others + "\",\"basisPoints\":5000}]}";
        var refused = ana.post("/api/v1/contributions", split).refused(422, "SPLIT_CUSTODY");
        assertThat(refused.text("facts.pools"))
                .isEqualTo(ana.get("/api/v1/pools/" + games).ok().text("name"));
        String page = Browser.signedIn(address, "ana").get("/split").ok();
        assertThat(page).contains("/pools/" + games + "/contribute").doesNotContain("share-" + games);
    }

    static void openTheAccount(RunningPools pools, Api ana, Api ben, String games) {
        String here = "/api/v1/pools/" + games;
        assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("host");
        assertThat(ana.get(here + "/custody").ok().text("account")).isEqualTo("onboarding");
        ben.post(here + "/custody/account", "{\"country\":\"DE\"}").refused(403, "CUSTODY_STEWARDS_ONLY");
        ana.post(here + "/custody/account", "{\"country\":\"XX\"}").refused(422, "INVALID_FIELD");
        String opening =
                ana.post(here + "/custody/account", "{\"country\":\"DE\"}").ok().text("onboardingUrl");
        Browser browser = Browser.signedIn(pools.address(), "ana");
        String path = URI.create(opening).getPath();
        browser.submit(browser.get(path), path, Map.of());
        pools.advance("PT2H");
        assertThat(ana.get(here + "/custody").ok().text("mode")).isEqualTo("own");
    }

    static void nameAsSteward(RunningPools pools, Api ana, Api ben, String games) {
        String here = "/api/v1/pools/" + games;
        String person = ben.get("/api/v1/me").ok().text("id");
        String name = "{\"title\":\"Ben as steward\",\"text\":\"\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                + person + "\"}}";
        decide(pools, propose(ana, "pools", games, name), ana, ben);
        assertThat(ana.get(here + "/custody").ok().json().get("stewards")).hasSize(2);
        ana.post(here + "/proposals", name).refused(409, "STEWARD_ALREADY");
    }

    /** One steward sends, another confirms; the book follows only then. */
    private static String payByHand(RunningPools pools, Api ana, Api ben, String games) {
        String payout = ordered(pools, ana, ben, games, 4_000);
        String words = "/api/v1/payouts/" + payout + "/words";
        assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("state")).isEqualTo("reserved");
        ana.post(words, new UploadForm().word("kind", "seen")).refused(409, "NOT_SENT_YET");
        Browser second = Browser.signedIn(pools.address(), "ben");
        assertThat(second.get("/payouts/" + payout).ok())
                .contains("I have sent it")
                .doesNotContain("it has gone out<");
        ana.post(
                        words,
                        new UploadForm()
                                .word("kind", "sent")
                                .word("text", "Transfer 17")
                                .file("receipt", "statement.pdf", SampleFiles.pdf("")))
                .ok();
        ana.post(words, new UploadForm().word("kind", "seen")).refused(409, "NOT_SENT_YET");
        pools.as("chi").post(words, new UploadForm().word("kind", "seen")).refused(403, "MEMBERS_ONLY");
        assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("state")).isEqualTo("sent");
        assertThat(second.get("/payouts/" + payout).ok())
                .contains("it has gone out<", "do not send it again", "Transfer 17");
        assertThat(Browser.signedIn(pools.address(), "ana")
                        .get("/payouts/" + payout)
                        .ok())
                .contains("another steward looks at the account", "here is more evidence")
                .doesNotContain("value=\"seen\"");
        ben.post(words, new UploadForm().word("kind", "seen")).ok();
        assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("state")).isEqualTo("paid");
        assertThat(ben.get(words).ok().json().at("/items/0/evidence")).hasSize(1);
        assertThat(ben.get("/api/v1/pools/" + games).ok().number("balances.reserved.amountMinor"))
                .isZero();
        return payout;
    }

    /** Who leaves gets their share by the same two pairs of hands, and no vote is asked for it. */
    private static void partByHand(RunningPools pools, Api ana, Api ben, String games) {
        String here = "/api/v1/pools/" + games;
        Api dee = pools.as("dee");
        join(dee, games);
        contribute(pools, dee, games, 2_000);
        pools.advance("P10D");
        long share = dee.delete(here + "/members/me").ok().number("exitShare.amountMinor");
        assertThat(share).isBetween(1_500L, 2_000L);
        String payout = ana.get(here + "/payouts").ok().text("items.0.id");
        assertThat(ana.get("/api/v1/payouts/" + payout).ok().text("way")).isEqualTo("stewards");
        assertThat(dee.get("/api/v1/me/notices").ok().body())
                .contains("Two stewards send it by hand")
                .doesNotContain("Give your bank details");
        assertThat(Browser.signedIn(pools.address(), "dee")
                        .get("/pools/" + games + "/exits")
                        .ok())
                .doesNotContain("bank details");
        assertThat(ana.get("/api/v1/payouts/" + payout).ok().number("amount.amountMinor"))
                .isEqualTo(share);
        String words = "/api/v1/payouts/" + payout + "/words";
        ana.post(
                        words,
                        new UploadForm()
                                .word("kind", "sent")
                                .word("text", "Share of Dee")
                                .file("receipt", "sent.pdf", SampleFiles.pdf("")))
                .ok();
        ben.post(words, new UploadForm().word("kind", "seen")).ok();
        pools.advance("PT2H");
        assertThat(dee.get(here + "/exits").ok().number("items.0.paid.amountMinor"))
                .isEqualTo(share);
    }

    private static void spendByHand(RunningPools pools, Api ana, Api ben, String games, long minor) {
        String words = "/api/v1/payouts/" + ordered(pools, ana, ben, games, minor) + "/words";
        ana.post(
                        words,
                        new UploadForm()
                                .word("kind", "sent")
                                .word("text", "Transfer 18")
                                .file("receipt", "sent.pdf", SampleFiles.pdf("")))
                .ok();
        ben.post(words, new UploadForm().word("kind", "seen")).ok();
        assertThat(available(ana, "pools", games)).isZero();
    }

    private static String ordered(RunningPools pools, Api ana, Api ben, String games, long minor) {
        String payee = ana.post("/api/v1/pools/" + games + "/payees", "{\"name\":\"Riverside Hall\"}")
                .ok()
                .text("id");
        decide(pools, propose(ana, "pools", games, pay(payee, minor)), ana, ben);
        return ana.get("/api/v1/pools/" + games + "/payouts").ok().text("items.0.id");
    }

    /** Pays out all that the Pool has, by the processor. */
    private static void spend(RunningPools pools, Api ana, String games, Api... voters) {
        String payee = payee(pools, ana, "pools", games);
        decide(pools, propose(ana, "pools", games, pay(payee, available(ana, "pools", games))), voters);
        assertThat(available(ana, "pools", games)).isZero();
    }

    private static String pay(String payee, long minor) {
        return "{\"title\":\"Rent\",\"text\":\"\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                + "\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"purpose\":\"Room\"}}";
    }

    /** What is given every month, its first payment made. */
    private static String monthly(RunningPools pools, Api giver, String games) {
        String id = giver.post(
                        "/api/v1/pools/" + games + "/contributions",
                        "{\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"},\"recurring\":{\"every\":\"month\"}}")
                .ok()
                .text("id");
        pools.guest().post("/sandbox/checkouts/" + id, CARD).ok();
        pools.advance("PT1M");
        assertThat(giver.get("/api/v1/recurring/" + id).ok().text("state")).isEqualTo("active");
        return id;
    }

    private static String begin(Api guest, String games, long minor) {
        return guest.post("/api/v1/pools/" + games + "/contributions", amount(minor))
                .ok()
                .text("id");
    }

    private static String begin(Api guest, String games, long minor, int status, String code) {
        return guest.post("/api/v1/pools/" + games + "/contributions", amount(minor))
                .refused(status, code)
                .text("id");
    }

    private static String amount(long minor) {
        return "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}";
    }

    @OneDatabase
    void moneyThatIsStillHeldBlocksTheChange(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            contribute(pools, ana, games, 5_000);
            String choose = propose(ana, "pools", games, choose("own"));
            decide(pools, choose, ana, ben);
            Api.Answer blocked = ana.get("/api/v1/proposals/" + choose).ok();
            assertThat(blocked.text("state")).isEqualTo("blocked");
            assertThat(blocked.text("blocked.code")).isEqualTo("CUSTODY_MONEY_LEFT");
            assertThat(ana.get("/api/v1/pools/" + games + "/custody").ok().text("mode"))
                    .isEqualTo("host");
            ana.post("/api/v1/pools/" + games + "/proposals", choose("host")).refused(409, "CUSTODY_UNCHANGED");
            ana.post("/api/v1/pools/" + games + "/proposals", choose("bank")).refused(422, "INVALID_FIELD");
            ana.post(
                            "/api/v1/pools/" + games + "/proposals",
                            "{\"title\":\"Stranger\",\"text\":\"\",\"action\":{\"type\":\"name-steward\",\"person\":\""
                                    + pools.as("chi").get("/api/v1/me").ok().text("id") + "\"}}")
                    .refused(422, "STEWARD_NOT_A_MEMBER");
        }
    }

    static String choose(String mode) {
        return "{\"title\":\"Who holds our money\",\"text\":\"\",\"action\":{\"type\":\"choose-custody\",\"mode\":\""
                + mode + "\"}}";
    }
}
