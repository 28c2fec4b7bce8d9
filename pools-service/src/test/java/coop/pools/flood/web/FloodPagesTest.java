package coop.pools.flood.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.domain.FloodRefusal;
import coop.pools.platform.web.Sentences;
import coop.pools.testing.Api;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of Floods, for a guest, for members, and for people who mistype. */
class FloodPagesTest {
    private static final String FORM_ID = "0123456789abcdef";
    private static TestDatabase db;
    private static RunningPools pools;
    private static FloodVisitor guest;
    private static FloodVisitor ana;
    private static FloodVisitor ben;
    private static FloodVisitor chi;
    private static String games;
    private static String garden;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
        guest = FloodVisitor.guest(pools);
        ana = FloodVisitor.of(pools, "ana");
        ben = FloodVisitor.of(pools, "ben");
        chi = FloodVisitor.of(pools, "chi");
        games = FloodVisitor.found(api(ana), "board-games");
        garden = FloodVisitor.found(api(ben), "corner-garden");
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void aMemberFoundsAFloodByForm() {
        assertThat(ana.page("/floods/new?pool=" + games))
                .contains("value=\"" + games + "\" checked", "counts in <strong>EUR</strong>");
        assertThat(ana.page("/floods/new?pool=nowhere")).doesNotContain("value=\"" + games + "\" checked");
        assertThat(FloodVisitor.of(pools, "mia").page("/floods/new")).contains("You are not in a Pool yet");
        assertThat(guest.get("/floods/new").statusCode()).isEqualTo(303);

        String flood = found("Open <air>", pools.address() + "/pools/" + garden + "/");
        assertThat(found("Open <air>", garden)).isEqualTo(flood);
        assertThat(guest.page(flood))
                .contains(
                        "Open &lt;air&gt;",
                        "forming since",
                        "How it begins",
                        "Has not decided yet",
                        "It begins with two")
                .doesNotContain("Make a proposal", "Your Pool and this Flood", "\u20ac0.00");
        assertThat(ana.page(flood))
                .contains("Your Pool and this Flood", "See our vote on joining", "In discussion", "Voting opens");
        assertThat(ana.page("/pools/" + games))
                .contains("We were asked to join", "Do we join Open &lt;air&gt;?")
                .doesNotContain("Our stake");
        assertThat(guest.page("/floods")).contains("Open &lt;air&gt;").contains("href=\"" + flood + "\"");
    }

    @Test
    void theFormAsksWhereTheMoneyStays() {
        assertThat(ana.page("/floods/new"))
                .contains("Where the money stays", "value=\"earmark\" id=\"f-rule.flood.funds\" checked")
                .contains("value=\"by_pledge\" selected", "More rules for the compact");
        String[] wish = {"name", "Handed over", "pools", games, "pools", garden, "rule.flood.funds", "transfer"};
        String handed = ana.form("/floods", filled(wish))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace(pools.address().toString(), "");
        var compact = api(guest).get("/api/v1" + handed).ok().at("compact");
        assertThat(compact.get("flood.funds").asText()).isEqualTo("transfer");
        assertThat(compact.get("flood.key").asText()).isEqualTo("by_pledge");
        assertThat(guest.page(handed)).contains("The money moves into the book of the Flood");
        wish[7] = "borrow";
        assertThat(refused(422, wish)).contains("There is a problem", "#f-rule.flood.funds");
    }

    @Test
    void theCompactShowsTheValuesInForce() {
        String flood = found("Rule book", garden);
        assertThat(guest.page(flood + "/compact"))
                .contains("Compact of Rule book", "120 hours (5 days)", "id=\"article-f4\"", "#article-f4")
                .containsPattern("[0-9a-f]{64}");
        for (String path : List.of("/floods/nowhere", "/floods/nowhere/compact", "/floods/NEW%00")) {
            assertThat(guest.get(path).statusCode()).as(path).isBetween(400, 404);
        }
        assertThat(guest.get("/floods?after=" + "a".repeat(100)).statusCode()).isEqualTo(422);
    }

    @Test
    void aRefusedFormComesBackAsItWas() {
        assertThat(refused(422, "name", "Kept & typed", "pools", games))
                .contains("There is a problem", "Kept &amp; typed", "value=\"" + games + "\" checked");
        assertThat(refused(422, "name", "Kept & typed", "pools", "nowhere, " + garden, "pools", games))
                .contains("There is no Pool at the address", "value=\"nowhere, " + garden + "\"");
        assertThat(refused(422, "name", "x", "pools", games, "pools", garden)).contains("3 to 80 characters");
        var notMine = chi.form(
                "/floods",
                "id",
                FORM_ID,
                "name",
                "Not mine",
                "purpose",
                "For others",
                "currency",
                "EUR",
                "pools",
                games + " " + garden);
        assertThat(notMine.statusCode()).isEqualTo(403);
        assertThat(notMine.body()).contains("Name at least one Pool that you belong to");
        assertThat(ana.form("/floods", "name", "No form id").statusCode()).isBetween(400, 403);
        assertThat(guest.form("/floods", "name", "Guest").statusCode()).isBetween(400, 403);
    }

    @Test
    void aRunningFloodShowsStakesVotesAndTheBook() {
        String flood = found("Running", garden);
        String slug = flood.substring("/floods/".length());
        var founded = api(guest).get("/api/v1" + flood).ok();
        decide(founded.text("proposals.0.id"), founded.text("proposals.1.id"));
        String put = "/pools/" + games + "/proposals/new?type=fund-flood&amp;flood=" + founded.text("id");
        assertThat(ana.page(flood))
                .contains(
                        "No money is in it yet", "have not put money in yet", put, put.replace("fund-flood", "pledge"));
        assertThat(guest.page(flood))
                .contains("Members of its Pools can propose that")
                .doesNotContain(put);
        pay(games, 10_000);
        String gift = propose(
                "/pools/" + games,
                "{\"type\":\"fund-flood\",\"flood\":\"" + slug
                        + "\",\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"}}");
        assertThat(ana.page("/proposals/" + gift))
                .contains("What it means for us", "is left for ourselves", "\u20ac78.25", "can leave and take it along")
                .contains("href=\"" + flood + "\"", "who is in it, its money, its compact");
        decide(gift);
        assertThat(ana.page("/proposals/" + gift)).doesNotContain("is left for ourselves");
        propose(flood, "{\"type\":\"statement\"}");
        assertThat(guest.page(flood))
                .contains("Joined", "100.0%", "A matter to decide", "10.00 for each person")
                .contains("class=\"swarm-pool\"", "gave \u20ac20.00, \u20ac0.00 of it is spent, has \u20ac20.00")
                .doesNotContain("forming since", "Make a proposal", "On its way out");
        String form = "/pools/" + games + "/proposals/new?type=fund-flood&amp;flood=" + founded.text("id");
        assertThat(ana.page(flood)).contains("Make a proposal", form, "type=leave-flood", "Our stake is \u20ac20.00");
        assertThat(ana.page(form.replace("&amp;", "&"))).contains("value=\"" + founded.text("id") + "\" selected");
        String kitchen = FloodVisitor.found(api(chi), "sunday-kitchen");
        assertThat(chi.page(flood))
                .contains("Bring your Pool along", "/pools/" + kitchen + "/proposals/new?type=join-flood")
                .doesNotContain("Put money in", "who can be paid");
        assertThat(api(chi).post(
                                "/api/v1/pools/" + kitchen + "/proposals",
                                "{\"title\":\"We come along\",\"text\":\"\",\"action\":{\"type\":\"join-flood\",\"flood\":\""
                                        + slug + "\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(chi.page(flood))
                .contains("We come along", "in Sunday Kitchen")
                .doesNotContain("Bring your Pool along");
        assertThat(guest.page(flood)).doesNotContain("We come along");
        String end = propose(flood, "{\"type\":\"dissolve\"}");
        assertThat(guest.page("/proposals/" + end)).contains("What each would take along", "Corner Garden");
        String parting = propose(flood, "{\"type\":\"remove-pool\",\"pool\":\"" + games + "\"}");
        assertThat(guest.page("/proposals/" + parting)).contains("would take along", "less its share", "\u20ac20.00");
        assertThat(guest.page("/pools/" + games)).contains("Running may part from us", "/proposals/" + parting);
        assertThat(guest.page("/pools/" + garden)).doesNotContain("may part from us");
        for (String under : List.of("/proposals", "/ledger", "/payouts", "/payees", "/proposals/new", "/compact")) {
            ana.page(flood + under);
        }
        assertThat(ana.page("/floods/new?flood=" + slug)).contains("value=\"" + slug + "\" checked");
        String sea = found("A sea", "floods/" + slug);
        assertThat(api(guest).get("/api/v1" + sea).ok().json().findValuesAsText("name"))
                .as("a Flood is asked as the Pool is")
                .contains("Running");
        assertThat(refused(422, "name", "Too early", "pools", games + ", floods/nowhere"))
                .contains("There is no such Flood", "value=\"floods/nowhere\"");
    }

    @Test
    void aFloodThatHasEndedSaysWhereThePotOfItsRoundIs() {
        String flood = found("Short", garden);
        var founded = api(guest).get("/api/v1" + flood).ok();
        decide(founded.text("proposals.0.id"), founded.text("proposals.1.id"));
        pay(garden, 10_000);
        String euros = "{\"amountMinor\":1000,\"currency\":\"EUR\"}";
        decide(propose(
                ben,
                "/pools/" + garden,
                "{\"type\":\"fund-flood\",\"flood\":\"" + founded.text("slug") + "\",\"amount\":" + euros + "}"));
        String round = propose(
                flood,
                "{\"type\":\"open-round\",\"name\":\"Lights\",\"pot\":" + euros
                        + ",\"days\":60,\"buckets\":[{\"name\":\"Lamps\",\"target\":" + euros + "}]}");
        decide(round);
        assertThat(guest.page("/rounds/" + round)).contains("to give to the buckets below");
        String end = propose(flood, "{\"type\":\"dissolve\"}");
        decide(end);
        assertThat(guest.page(flood)).contains("It has ended", "its vote on joining");
        assertThat(guest.page(flood)).contains("/proposals/" + end + "\">by this vote");
        assertThat(guest.page("/rounds/" + round))
                .contains("Pools that left took their part of the pot along")
                .doesNotContain("every bucket was cut");
    }

    @Test
    void whoComesBackIsShownWithTheVotesOfLeavingAndOfComingBack() {
        String flood = found("Twice", garden);
        var founded = api(guest).get("/api/v1" + flood).ok();
        decide(founded.text("proposals.0.id"), founded.text("proposals.1.id"));
        String named = ",\"flood\":\"" + founded.text("slug") + "\"}";
        String leave = propose(ben, "/pools/" + garden, "{\"type\":\"leave-flood\"" + named);
        decide(leave);
        assertThat(guest.page(flood)).contains("Has left", "/proposals/" + leave + "\">by this vote");
        String back = propose(ben, "/pools/" + garden, "{\"type\":\"join-flood\"" + named);
        decide(back);
        assertThat(guest.page(flood))
                .contains("/proposals/" + back + "\">its vote")
                .doesNotContain("Has left", "by this vote");
    }

    @Test
    void aPaymentThatCouldNotBeMadeLeadsMembersToAnotherProposal() {
        String flood = found("Penniless", garden);
        var founded = api(guest).get("/api/v1" + flood).ok();
        decide(founded.text("proposals.0.id"), founded.text("proposals.1.id"));
        String payee = api(ana).post("/api/v1" + flood + "/payees", "{\"name\":\"Tent hire\"}")
                .ok()
                .text("id");
        pools.guest().post("/sandbox/payees/" + payee, "{}").ok();
        String pay = propose(
                flood,
                "{\"type\":\"pay\",\"payee\":\"" + payee
                        + "\",\"amount\":{\"amountMinor\":1000,\"currency\":\"EUR\"},\"purpose\":\"Tent\"}");
        decide(pay);
        String anew = "href=\"" + flood + "/proposals/new?type=pay\">propose it anew";
        assertThat(ana.page("/proposals/" + pay)).contains("It could not be carried out", anew);
        assertThat(ana.page(flood + "/proposals/new?type=pay")).contains("name=\"title\"");
        assertThat(guest.page("/proposals/" + pay))
                .contains("It could not be carried out")
                .doesNotContain("propose it anew");
    }

    @Test
    void aPoolWithAnAccountOfItsOwnGivesByVotesAndPledges() {
        String runners = FloodVisitor.found(api(ana), "riverside-runners");
        String flood = found("Apart", runners);
        var founded = api(guest).get("/api/v1" + flood).ok();
        String own = propose("/pools/" + runners, "{\"type\":\"choose-custody\",\"mode\":\"own\"}");
        decide(founded.text("proposals.0.id"), founded.text("proposals.1.id"), own);
        assertThat(ana.page(flood))
                .contains("what we vote to give or pledge, two stewards send")
                .contains("/pools/" + games + "/proposals/new?type=fund-flood")
                .contains("/pools/" + runners + "/proposals/new?type=fund-flood")
                .contains("/pools/" + runners + "/proposals/new?type=pledge");
        String gift =
                ",\"flood\":\"" + founded.text("slug") + "\",\"amount\":{\"amountMinor\":100,\"currency\":\"EUR\"}}";
        propose("/pools/" + runners, "{\"type\":\"pledge\"" + gift);
        propose("/pools/" + runners, "{\"type\":\"fund-flood\"" + gift);
        propose(flood, "{\"type\":\"statement\"}");
    }

    @Test
    void everyRefusalHasItsSentence() {
        Sentences sentences = new Sentences();
        assertThat(List.of(FloodRefusal.values())).allMatch(code -> sentences.hasRefusal(code.name()));
    }

    private static String found(String name, String other) {
        var answer = ana.form(
                "/floods",
                "id",
                FORM_ID + name.hashCode(),
                "name",
                name,
                "purpose",
                "For everyone",
                "currency",
                "EUR",
                "pools",
                games,
                "pools",
                other);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replace(pools.address().toString(), "");
    }

    private static String propose(String body, String action) {
        return propose(ana, body, action);
    }

    private static String propose(FloodVisitor author, String body, String action) {
        return api(author)
                .post(
                        "/api/v1" + body + "/proposals",
                        "{\"title\":\"A matter to decide\",\"text\":\"It has been talked over at length.\",\"action\":"
                                + action + "}")
                .ok()
                .text("id");
    }

    private static void pay(String pool, long minor) {
        String id = api(ana).post(
                        "/api/v1/pools/" + pool + "/contributions",
                        "{\"amount\":{\"amountMinor\":" + minor + ",\"currency\":\"EUR\"}}")
                .ok()
                .text("id");
        pools.guest()
                .post("/sandbox/checkouts/" + id, "{\"card\":\"4242424242424242\"}")
                .ok();
    }

    private static void decide(String... proposals) {
        pools.advance("PT48H");
        for (String proposal : proposals) {
            for (FloodVisitor voter : List.of(ana, ben)) {
                api(voter).put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}");
            }
        }
        pools.advance("PT121H");
        pools.advance("PT25H");
    }

    /** With what else the form sends. */
    private static String[] filled(String... typed) {
        String[] all = new String[typed.length + 6];
        System.arraycopy(
                new String[] {"id", FORM_ID + typed[1].hashCode(), "purpose", "For everyone", "currency", "EUR"},
                0,
                all,
                0,
                6);
        System.arraycopy(typed, 0, all, 6, typed.length);
        return all;
    }

    private static String refused(int status, String... typed) {
        var answer = ana.form("/floods", filled(typed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static Api api(FloodVisitor visitor) {
        return new Api(pools.address(), visitor.token());
    }
}
