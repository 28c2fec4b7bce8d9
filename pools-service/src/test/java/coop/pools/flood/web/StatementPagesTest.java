package coop.pools.flood.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statement of a Pool in a Flood as a page and as a file, for whoever may read the book: everybody. */
class StatementPagesTest {
    private static final Pattern FILE = Pattern.compile("href=\"([^\"]*statement.csv[^\"]*)\"");
    private static final Pattern BEFORE = Pattern.compile("href=\"([^\"]*)\">Quarter before");
    private static final String EUROS = "\"amount\":{\"currency\":\"EUR\",\"amountMinor\":";

    @EveryDatabase
    void aGiftAndAPaymentStandInItWithTheirVotes(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            FloodVisitor guest = FloodVisitor.guest(pools);
            FloodVisitor ana = FloodVisitor.of(pools, "ana");
            Api api = new Api(pools.address(), ana.token());
            String games = FloodVisitor.found(api, "board-games");
            String runners = FloodVisitor.found(api, "riverside-runners");
            var founded = api.post(
                            "/api/v1/floods",
                            "{\"name\":\"Quarterly\",\"purpose\":\"For everyone\",\"currency\":\"EUR\",\"pools\":[\""
                                    + games + "\",\"" + runners + "\"]}")
                    .ok();
            String flood = "/floods/" + founded.text("slug");
            decide(pools, api, founded.text("proposals.0.id"), founded.text("proposals.1.id"));
            String paid = api.post("/api/v1/pools/" + games + "/contributions", "{" + EUROS + "5000}}")
                    .ok()
                    .text("id");
            pools.guest()
                    .post("/sandbox/checkouts/" + paid, "{\"card\":\"4242424242424242\"}")
                    .ok();
            String gift = propose(
                    api,
                    "/pools/" + games,
                    "{\"type\":\"fund-flood\",\"flood\":\"" + founded.text("slug") + "\"," + EUROS + "2000}}");
            decide(pools, api, gift);
            String payee = api.post("/api/v1" + flood + "/payees", "{\"name\":\"Tents, big\"}")
                    .ok()
                    .text("id");
            pools.guest().post("/sandbox/payees/" + payee, "{}").ok();
            String tent = propose(
                    api,
                    flood,
                    "{\"type\":\"pay\",\"payee\":\"" + payee + "\"," + EUROS + "750},\"purpose\":\"Tent\"}");
            decide(pools, api, tent);

            String statement = flood + "/pools/" + games + "/statement";
            assertThat(guest.page(flood)).contains("href=\"" + statement + "\"");
            assertThat(guest.page("/pools/" + games)).contains("href=\"" + statement + "\"");
            assertThat(guest.page(statement)).contains("Statement of Tuesday Board Games", "until now");
            assertThat(guest.page(flood + "/compact")).contains("For each quarter of a year each Pool has a statement");
            StringBuilder shown = new StringBuilder();
            List<String> lines = new ArrayList<>();
            readAll(pools, statement, shown, lines);
            assertThat(shown.toString())
                    .contains("+\u20ac20.00", "-\u20ac7.50", "\u20ac12.50")
                    .contains("href=\"/proposals/" + gift + "\"", "href=\"/proposals/" + tent + "\"");
            assertThat(lines).anyMatch(line -> line.contains(",\"Paid to Tents, big: Tent"));
            assertThat(lines.stream()
                            .filter(line -> line.contains("/proposals/"))
                            .map(line -> line.replaceAll("^[^,]*,[^,]*,", "").replaceAll("EUR,.*/proposals", "")))
                    .containsExactly(
                            "gave,20.00,,20.00,/" + gift + ",flood-funded," + gift,
                            "paid,,7.50,12.50,/" + tent + ",payout-paid," + causeOf(lines));
            for (String quarter : List.of("2020-Q1", "2999-Q4", "2026-Q5", "soon")) {
                assertThat(guest.get(statement + "?quarter=" + quarter).statusCode())
                        .isEqualTo(422);
                assertThat(pools.guest()
                                .get(statement + ".csv?quarter=" + quarter)
                                .status())
                        .isEqualTo(422);
            }
            assertThat(guest.get(statement.replace(games, "nowhere")).statusCode())
                    .isEqualTo(404);
        }
    }

    /** The pages and files of all quarters, the first one first; time may have brought another one meanwhile. */
    private static void readAll(RunningPools pools, String path, StringBuilder shown, List<String> lines) {
        String page = FloodVisitor.guest(pools).page(path);
        Matcher before = BEFORE.matcher(page);
        if (before.find()) {
            readAll(pools, before.group(1), shown, lines);
        }
        shown.append(page);
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        lines.addAll(pools.guest().get(file.group(1)).ok().body().lines().toList());
    }

    private static String causeOf(List<String> lines) {
        String paid = lines.stream()
                .filter(line -> line.contains(",payout-paid,"))
                .findFirst()
                .orElseThrow();
        return paid.substring(paid.lastIndexOf(',') + 1);
    }

    private static String propose(Api api, String body, String action) {
        return api.post(
                        "/api/v1" + body + "/proposals",
                        "{\"title\":\"A matter to decide\",\"text\":\"It has been talked over.\",\"action\":" + action
                                + "}")
                .ok()
                .text("id");
    }

    private static void decide(RunningPools pools, Api voter, String... proposals) {
        pools.advance("PT48H");
        for (String proposal : proposals) {
            voter.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}");
        }
        pools.advance("PT121H");
        pools.advance("PT25H");
    }
}
