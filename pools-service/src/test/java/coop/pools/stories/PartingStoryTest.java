package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.available;
import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Members leave with their fair share, through the whole application. */
class PartingStoryTest {
    private static final String EUROS = "{\"amountMinor\":%d,\"currency\":\"EUR\"}";
    private static final String ME = "/members/me";

    @OneDatabase
    void whoLeavesGetsWhatIsLeftOnceAndNobodyElseLoses(TestDatabase db) throws Exception {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            String here = "/api/v1/pools/" + games;
            join(ben, games);
            join(chi, games);
            contribute(pools, ana, games, 10_000);
            contribute(pools, ben, games, 20_000);
            String chisGift = give(pools, chi, games, 30_000);
            contribute(pools, pools.guest(), games, 6_000);
            pools.advance("P10D");
            long before = available(ana, "pools", games);
            String rent = propose(ana, "pools", games, pay(payee(pools, ana, "pools", games), 6_000));
            decide(pools, rent, ana, ben, chi);
            assertThat(available(ana, "pools", games)).isEqualTo(before - 6_000);

            var preview = chi.delete(here + ME + "?preview=true").ok();
            long share = preview.number("exitShare.amountMinor");
            assertThat(share)
                    .isEqualTo(preview.number("given.amountMinor") - preview.number("spent.amountMinor"))
                    .isEqualTo(preview.number("given.amountMinor") * (before - 6_000) / before);
            assertThat(preview.number("now.amountMinor")).isEqualTo(share);
            assertThat(preview.text("formula")).contains("article 17", "spent since");
            long anas = share(ana, here);
            long bens = share(ben, here);

            assertThat(atOnce(() -> chi.delete(here + ME).status(), 6))
                    .as("eight clicks are one leaving")
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 403 || status == 404);
            assertThat(available(ana, "pools", games)).isEqualTo(before - 6_000 - share);
            assertThat(share(ana, here)).isEqualTo(anas);
            assertThat(share(ben, here)).isEqualTo(bens);

            var mine = chi.get(here + "/exits").ok();
            assertThat(mine.json().get("items")).hasSize(1);
            assertThat(mine.number("items.0.aside.amountMinor")).isEqualTo(share);
            assertThat(ana.get(here + "/exits").ok().json().get("items").get(0).has("payee"))
                    .as("whose it is, is nobody's business")
                    .isFalse();
            String payee = mine.text("items.0.payee");
            assertThat(chi.get("/api/v1/me/notices").ok().body())
                    .contains("is set aside for you. Give your bank details within 30 days");
            assertThat(ana.get("/api/v1/me/notices").ok().body()).doesNotContain("is set aside for you");
            assertThat(chi.get("/api/v1/payees/" + payee).ok().text("state")).isEqualTo("invited");
            assertThat(chi.post("/api/v1/payees/" + payee + "/link", "{}").ok().text("onboardingUrl"))
                    .as("whoever has left says where their share goes")
                    .isNotEmpty();
            ana.post("/api/v1/payees/" + payee + "/link", "{}").refused(403, "INVITER_ONLY");
            pools.guest().post("/sandbox/payees/" + payee, "{}").ok();
            pools.advance("PT2H");
            pools.advance("PT2H");
            var paid = chi.get(here + "/exits").ok();
            assertThat(paid.number("items.0.paid.amountMinor")).isEqualTo(share);
            assertThat(paid.text("items.0.settledAt")).isNotEmpty();
            assertThat(share(ana, here)).isEqualTo(anas);

            join(chi, games);
            assertThat(share(chi, here)).as("a new stay begins with nothing").isZero();
            aGiftUndoneAfterItWasPaidOutIsBorneByAll(pools, games, chisGift);
            whatALeavingMemberLeavesForAPaymentIsSpentOnIt(pools, games);
            pools.advance("P1D");
            assertThat(pools.guest().get("/api/v1/reconciliation").ok().text("latest.result"))
                    .isEqualTo("exact");
            assertThat(new String(pools.guest().download("/books").body()))
                    .as("books, payouts and shares fit together")
                    .doesNotContain("stopped");

            thoseAgainstALargePaymentLeaveFirst(pools);
            aPoolEndsWithSharesForItsMembersAndTheRestForWhomTheyNamed(pools);
            whatCannotBePaidWaitsAndCannotBeTakenBackByCardToo(pools);
        }
    }

    private static void aGiftUndoneAfterItWasPaidOutIsBorneByAll(RunningPools pools, String games, String gift) {
        Api ana = pools.as("ana");
        String here = "/api/v1/pools/" + games;
        pools.guest().post("/sandbox/contributions/" + gift + "/refund", "{}").ok();
        pools.advance("PT2H");
        long anas = share(ana, here);
        long bens = share(pools.as("ben"), here);
        assertThat(anas).isPositive();
        assertThat(bens).isBetween(2 * anas - 20, 2 * anas + 20);
        assertThat(anas + bens).isLessThanOrEqualTo(available(ana, "pools", games));
    }

    private static void whatALeavingMemberLeavesForAPaymentIsSpentOnIt(RunningPools pools, String games) {
        Api ana = pools.as("ana");
        Api ben = pools.as("ben");
        String here = "/api/v1/pools/" + games;
        String dice = propose(ana, "pools", games, pay(payee(pools, ana, "pools", games), 300));
        pools.advance("PT48H");
        for (Api each : List.of(ana, ben, pools.as("chi"))) {
            vote(each, dice, "agree");
        }
        pools.advance("PT121H");
        long anas = share(ana, here);
        assertThat(ben.delete(here + ME).ok().number("borne.amountMinor")).isPositive();
        assertThat(share(ana, here)).isBetween(anas, anas + 1);
        pools.advance("PT25H");
        assertThat(ana.get("/api/v1/proposals/" + dice).ok().text("state")).isEqualTo("enacted");
        assertThat(share(ana, here)).isBetween(anas, anas + 1);
    }

    private static void thoseAgainstALargePaymentLeaveFirst(RunningPools pools) {
        Api ana = pools.as("ana");
        Api ben = pools.as("ben");
        Api chi = pools.as("chi");
        Api dee = pools.as("dee");
        String garden = found(ben, "corner-garden");
        String here = "/api/v1/pools/" + garden;
        for (Api each : List.of(ana, chi, dee)) {
            join(each, garden);
        }
        contribute(pools, ana, garden, 10_000);
        contribute(pools, chi, garden, 10_000);
        contribute(pools, ben, garden, 60_000);
        pools.advance("P10D");
        long before = available(ben, "pools", garden);
        String shed = propose(ben, "pools", garden, pay(payee(pools, ben, "pools", garden), before / 2));
        pools.advance("PT48H");
        for (Api each : List.of(ana, ben, dee)) {
            vote(each, shed, "agree");
        }
        vote(chi, shed, "disagree");
        assertThat(ben.get("/api/v1/proposals/" + shed + "/count").ok().number("rule.thresholdBasisPoints"))
                .as("large: two thirds")
                .isEqualTo(6_667);
        pools.advance("PT121H");
        assertThat(ben.get("/api/v1/proposals/" + shed).ok().text("state")).isEqualTo("cooling-off");
        assertThat(Browser.signedIn(pools.address(), "chi")
                        .get("/proposals/" + shed)
                        .ok())
                .contains(
                        "Until it is carried out, whoever has not agreed to it can leave first and bears nothing of it.")
                .contains("href=\"/pools/" + garden + "/members/leave\"");
        assertThat(new String(pools.guest().download("/proposals/" + shed).body()))
                .contains("leave first")
                .as("for members only")
                .doesNotContain("/members/leave");
        var against = chi.delete(here + ME + "?preview=true").ok();
        var agreed = ana.delete(here + ME + "?preview=true").ok();
        assertThat(against.number("borne.amountMinor")).isZero();
        assertThat(agreed.number("borne.amountMinor"))
                .as("who agreed bears a part of what is still to be made")
                .isBetween(agreed.number("given.amountMinor") / 2 - 1, agreed.number("given.amountMinor") / 2 + 1);
        assertThat(agreed.text("formula")).contains("agreed to");
        chi.delete(here + ME).ok();
        pools.advance("PT25H");
        assertThat(ben.get("/api/v1/proposals/" + shed).ok().text("state"))
                .as("seven eighths are left: more than the floor")
                .isEqualTo("enacted");

        long rest = available(ben, "pools", garden);
        String fence = propose(ben, "pools", garden, pay(payee(pools, ben, "pools", garden), rest / 3));
        pools.advance("PT48H");
        vote(ana, fence, "agree");
        vote(dee, fence, "agree");
        vote(ben, fence, "abstain");
        pools.advance("PT121H");
        ben.delete(here + ME).ok();
        pools.advance("PT25H");
        var blocked = ana.get("/api/v1/proposals/" + fence).ok();
        assertThat(blocked.text("state")).as("most of the money has left").isEqualTo("blocked");
        assertThat(blocked.body()).contains("EXITS_LEFT_TOO_LITTLE").contains("Without what is theirs €");
    }

    private static void aPoolEndsWithSharesForItsMembersAndTheRestForWhomTheyNamed(RunningPools pools) {
        Api ana = pools.as("ana");
        Api chi = pools.as("chi");
        String choir = found(ana, "riverside-runners");
        String here = "/api/v1/pools/" + choir;
        join(chi, choir);
        contribute(pools, ana, choir, 5_000);
        contribute(pools, chi, choir, 3_001);
        contribute(pools, pools.guest(), choir, 1_000);
        String round = propose(ana, "pools", choir, round());
        decide(pools, round, ana, chi);
        ana.put("/api/v1/rounds/" + round + "/allocations/costumes", "{\"amount\":" + EUROS.formatted(150) + "}")
                .ok();
        pools.advance("P2D");
        long all = available(ana, "pools", choir) + 300;
        long anas = share(ana, here);
        long chis = share(chi, here);
        String charity = payee(pools, ana, "pools", choir);
        String end = propose(ana, "pools", choir, windUp(charity));
        decide(pools, end, ana, chi);
        assertThat(ana.get("/api/v1/proposals/" + end).ok().text("state")).isEqualTo("enacted");
        assertThat(ana.get(here).ok().text("state")).isEqualTo("winding-up");
        assertThat(ana.get("/api/v1/rounds/" + round).ok().text("state"))
                .as("a round ends with its Pool")
                .isEqualTo("returned");
        ana.post(here + "/contributions", "{\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"}}")
                .refused(409, "POOL_IS_ENDING");
        ana.post(here + "/proposals", windUp(charity)).refused(409, "POOL_IS_ENDING");
        pools.as("ben").post(here + "/members", "{}").refused(409, "POOL_IS_ENDING");
        pools.advance("PT2H");
        for (Api each : List.of(ana, chi)) {
            for (var item : each.get(here + "/exits").ok().json().get("items")) {
                if (item.get("mine").asBoolean()) {
                    pools.guest()
                            .post("/sandbox/payees/" + item.get("payee").asText(), "{}")
                            .ok();
                }
            }
        }
        for (int hour = 0; hour < 4; hour++) {
            pools.advance("PT2H");
        }
        assertThat(ana.get(here).ok().text("state")).isEqualTo("ended");
        assertThat(available(ana, "pools", choir)).isZero();
        assertThat(ana.get(here + "/exits").ok().body()).contains("\"amountMinor\":" + anas, "\"amountMinor\":" + chis);
        assertThat(ana.get(here + "/payouts").ok().body())
                .as("the guest's gift goes to the charity, to the last cent")
                .contains("What is left of the Pool", "\"amountMinor\":" + (all - anas - chis));
        assertThat(share(ana, here)).as("nobody gets it twice").isZero();
    }

    private static void whatCannotBePaidWaitsAndCannotBeTakenBackByCardToo(RunningPools pools) {
        Api chi = pools.as("chi");
        Api eli = pools.as("eli");
        String kitchen = found(chi, "sunday-kitchen");
        String here = "/api/v1/pools/" + kitchen;
        join(eli, kitchen);
        String cap = propose(
                chi,
                "pools",
                kitchen,
                "{\"title\":\"Part slowly\",\"text\":\"\",\"action\":{\"type\":\"change-rules\",\"rules\":"
                        + "{\"exit.year_cap\":1000}}}");
        String firm = propose(
                chi,
                "pools",
                kitchen,
                "{\"title\":\"Two stewards\",\"text\":\"\",\"action\":{\"type\":\"change-rules\",\"rules\":"
                        + "{\"steward.count\":2}}}");
        decideAll(pools, List.of(cap, firm), chi, eli);
        assertThat(chi.get("/api/v1/proposals/" + firm).ok().text("secondVote.from"))
                .as("an entrenched rule: this was the first of two votes")
                .isNotEmpty();
        assertThat(new String(pools.guest().download("/proposals/" + firm).body()))
                .contains(
                        "The first of two votes has passed", "Nothing changes by it alone", "First of two votes passed")
                .doesNotContain("Passed and carried out");
        contribute(pools, chi, kitchen, 10_000);
        String gift = give(pools, eli, kitchen, 10_000);
        pools.advance("P10D");
        long available = available(chi, "pools", kitchen);
        assertThat(Browser.signedIn(pools.address(), "eli")
                        .get("/pools/" + kitchen + "/members/leave")
                        .ok())
                .contains("or until the bylaws let more go within a year");
        var left = eli.delete(here + ME).ok();
        assertThat(left.number("now.amountMinor")).as("a tenth in a year").isEqualTo(available / 10);
        assertThat(left.number("later.amountMinor")).isEqualTo(left.number("exitShare.amountMinor") - available / 10);
        eli.post("/api/v1/contributions/" + gift + "/refund", "{}").refused(409, "REFUND_PARTED");
        assertThat(available(chi, "pools", kitchen)).isEqualTo(available - available / 10);
        long waits = eli.get(here + "/exits").ok().number("items.0.waits.amountMinor");
        assertThat(new String(pools.guest().download("/pools/" + kitchen).body()))
                .contains("is owed to members who have left, and is paid as money comes in and the bylaws allow");
        var treasury = pools.guest().download("/pools/" + kitchen + "/treasury");
        assertThat(new String(treasury.body()))
                .contains("Fair shares of members who have left", MoneyText.of(Money.of(waits, "EUR")));
        contribute(pools, pools.guest(), kitchen, 50_000);
        pools.advance("P10D");
        pools.advance("PT2H");
        assertThat(eli.get(here + "/exits").ok().number("items.0.waits.amountMinor"))
                .as("paid as money comes in")
                .isLessThan(waits);
        whoTakesAGiftBackByTheirBankGetsNoMoreOfIt(pools, kitchen, gift);
    }

    private static void whoTakesAGiftBackByTheirBankGetsNoMoreOfIt(RunningPools pools, String kitchen, String gift) {
        String exits = "/api/v1/pools/" + kitchen + "/exits";
        Api eli = pools.as("eli");
        long waits = eli.get(exits).ok().number("items.0.waits.amountMinor");
        assertThat(waits).isPositive();
        String disputes = "/sandbox/contributions/" + gift + "/dispute";
        pools.guest().post(disputes, "{\"outcome\":\"opened\"}").ok();
        pools.advance("PT2H");
        contribute(pools, pools.guest(), kitchen, 90_000);
        pools.advance("P10D");
        pools.advance("PT2H");
        assertThat(eli.get(exits).ok().number("items.0.waits.amountMinor")).isZero();
        assertThat(eli.get(exits).ok().text("items.0.settledAt"))
                .as("the bank may still decide against them")
                .isEmpty();
        assertThat(eli.get(exits).ok().number("items.0.lowered.amountMinor")).isEqualTo(waits);
        String page = "/pools/" + kitchen + "/exits";
        assertThat(Browser.signedIn(pools.address(), "eli").get(page).ok())
                .contains("a gift of yours was refunded or disputed");
        assertThat(Browser.guest(pools.address()).get(page).ok()).contains("a gift was refunded or disputed");
        pools.guest().post(disputes, "{\"outcome\":\"won\"}").ok();
        pools.advance("PT2H");
        pools.advance("PT2H");
        var after = eli.get(exits).ok();
        assertThat(after.number("items.0.lowered.amountMinor"))
                .as("what the dispute itself has cost")
                .isEqualTo(1500);
        assertThat(after.number("items.0.waits.amountMinor")
                        + after.number("items.0.aside.amountMinor")
                        + after.number("items.0.paid.amountMinor"))
                .as("all that was left of it, when the bank gives it back to the Pool")
                .isEqualTo(after.number("items.0.amount.amountMinor"));
        assertThat(after.number("items.0.waits.amountMinor") + after.number("items.0.aside.amountMinor"))
                .isPositive();
    }

    private static String give(RunningPools pools, Api person, String pool, long minor) {
        String gift = person.post(
                        "/api/v1/pools/" + pool + "/contributions",
                        "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + gift, "{\"card\":\"4242424242424242\"}")
                .ok();
        return gift;
    }

    private static void vote(Api voter, String proposal, String choice) {
        voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"" + choice + "\"}")
                .ok();
    }

    private static String round() {
        return "{\"title\":\"A round\",\"text\":\"\",\"action\":{\"type\":\"open-round\",\"name\":\"Last round\",\"pot\":"
                + EUROS.formatted(300) + ",\"days\":60,\"buckets\":[{\"name\":\"Costumes\",\"target\":"
                + EUROS.formatted(300) + "}]}}";
    }

    private static String windUp(String payee) {
        return "{\"title\":\"Let us end it well\",\"text\":\"\",\"action\":{\"type\":\"wind-up\",\"payee\":\"" + payee
                + "\"}}";
    }

    private static long share(Api member, String here) {
        return member.delete(here + ME + "?preview=true").ok().number("exitShare.amountMinor");
    }

    private static String pay(String payee, long minor) {
        return "{\"title\":\"Rent for May\",\"text\":\"The room.\",\"action\":{\"type\":\"pay\",\"payee\":\"" + payee
                + "\",\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"},\"purpose\":\"Room\"}}";
    }

    private interface Call {
        int now();
    }

    private static List<Integer> atOnce(Call call, int times) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(call::now));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : running) {
                statuses.add(one.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
