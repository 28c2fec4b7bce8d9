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
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Members leave with their fair share, through the whole application. */
class PartingStoryTest {
    private static final String ME = "/members/me";

    @EveryDatabase
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
            contribute(pools, chi, games, 30_000);
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
            pools.guest()
                    .post("/sandbox/payees/" + mine.text("items.0.payee"), "{}")
                    .ok();
            pools.advance("PT2H");
            pools.advance("PT2H");
            var paid = chi.get(here + "/exits").ok();
            assertThat(paid.number("items.0.paid.amountMinor")).isEqualTo(share);
            assertThat(paid.text("items.0.settledAt")).isNotEmpty();
            assertThat(share(ana, here)).isEqualTo(anas);

            join(chi, games);
            assertThat(share(chi, here)).as("a new stay begins with nothing").isZero();
            pools.advance("P1D");
            assertThat(pools.guest().get("/api/v1/reconciliation").ok().text("latest.result"))
                    .isEqualTo("exact");
            assertThat(new String(pools.guest().download("/books").body()))
                    .as("books, payouts and shares fit together")
                    .doesNotContain("stopped");
        }
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
