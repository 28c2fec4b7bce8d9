package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.available;
import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.fund;
import static coop.pools.stories.MainJobStoryTest.ids;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** How Pools come into a Flood and part from it, through the public API. */
class FloodLifeStoryTest {
    @OneDatabase
    void poolsJoinByBothVotesDecideTogetherAndPartFairly(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            Api dee = pools.as("dee");
            Api hal = pools.as("hal");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            String kitchen = found(chi, "sunday-kitchen");
            join(dee, garden);
            join(hal, kitchen);
            String flood = ana.post(
                            "/api/v1/floods",
                            "{\"name\":\"Fair\",\"purpose\":\"A fair in the park\",\"currency\":\"EUR\",\"pools\":[\""
                                    + games + "\",\"" + garden + "\"],\"compact\":{\"flood.key\":\"by_available\"}}")
                    .ok()
                    .text("slug");
            String here = "/api/v1/floods/" + flood;
            decideAll(pools, ids(ana.get(here).ok().json().get("proposals")), ana, ben, dee);

            Browser cook = Browser.signedIn(pools.address(), "chi");
            assertThat(cook.get("/pools/" + kitchen + "/proposals/new?type=join-flood")
                            .ok())
                    .contains(">Fair (EUR)<");
            // The Pool's own vote comes first, then the Flood is asked by itself.
            String joining = propose(chi, "pools", kitchen, of("join-flood", "\"flood\":\"" + flood + "\""));
            decide(pools, joining, chi, hal);
            assertThat(ana.get(here).ok().text("people")).isEqualTo("3");
            String consent = ana.get(here).ok().text("openVotes.0.id");
            assertThat(ana.get("/api/v1/proposals/" + consent).ok().text("action.type"))
                    .isEqualTo("admit-pool");
            decide(pools, consent, ana, ben, dee);
            assertThat(ana.get(here).ok().text("people")).isEqualTo("5");

            // Ana is in all three, and votes in every way at once.
            join(ana, garden);
            join(ana, kitchen);
            assertThat(ana.get(here).ok().text("people")).isEqualTo("5");
            String once = propose(ana, "floods", flood, of("statement", ""));
            pools.advance("PT48H");
            votesInEveryWayAtOnce(pools, once);
            var one = ana.get("/api/v1/proposals/" + once + "/count").ok();
            assertThat(one.json().get("ballots")).hasSize(1);
            assertThat(one.number("result.quorum.cast")).isEqualTo(1);

            // Money takes the Pools too.
            contribute(pools, ana, games, 10_000);
            contribute(pools, ben, garden, 20_000);
            contribute(pools, chi, kitchen, 30_000);
            fund(pools, ana, games, flood, 100, ana);
            fund(pools, ben, garden, flood, 200, ana, ben, dee);
            fund(pools, chi, kitchen, flood, 300, ana, chi, hal);
            String tent = propose(ana, "floods", flood, of("pay", pay(payee(pools, ana, "floods", flood), 60)));
            decide(pools, tent, ana, ben, dee);
            assertThat(available(ana, "floods", flood)).isEqualTo(540);
            String against = propose(ana, "floods", flood, of("pay", pay(payee(pools, ana, "floods", flood), 60)));
            decide(pools, against, chi, hal);
            assertThat(ana.get("/api/v1/proposals/" + against + "/count").ok().text("result.pools.met"))
                    .isEqualTo("false");
            assertThat(available(ana, "floods", flood)).isEqualTo(540);

            nobodyPromisesOrMovesMoreThanCouldBePaid(ana, games, flood);

            // The rules change by people and Pools.
            Browser member = Browser.signedIn(pools.address(), "ana");
            for (String type :
                    List.of("admit-pool", "change-compact", "remove-pool", "split-flood", "merge-flood", "dissolve")) {
                assertThat(member.get("/floods/" + flood + "/proposals/new?type=" + type)
                                .ok())
                        .contains("name=\"title\"");
            }
            String rules = of("change-compact", "\"rules\":{\"flood.vote_hours\":96}");
            ana.post(
                            "/api/v1/pools/" + games + "/proposals",
                            of("change-compact", "\"rules\":{\"flood.vote_hours\":96}"))
                    .refused(422, "NOT_FOR_THIS_BODY");
            decide(pools, propose(ana, "floods", flood, rules), ana, ben, dee, chi, hal);
            assertThat(ana.get(here).ok().json().at("/compact/flood.vote_hours").asInt())
                    .isEqualTo(96);

            // A Pool leaves while a vote is open: its ballots drop out, its money is home at once.
            String leave = propose(chi, "pools", kitchen, of("leave-flood", "\"flood\":\"" + flood + "\""));
            pools.advance("PT48H");
            pools.advance("PT72H");
            String open = propose(ana, "floods", flood, of("statement", ""));
            for (Api voter : new Api[] {ana, chi, hal}) {
                voter.put("/api/v1/proposals/" + leave + "/ballot", "{\"choice\":\"agree\"}")
                        .ok();
            }
            pools.advance("PT48H");
            for (Api voter : new Api[] {ana, chi, hal}) {
                voter.put("/api/v1/proposals/" + open + "/ballot", "{\"choice\":\"disagree\"}")
                        .ok();
            }
            var before = ana.get("/api/v1/proposals/" + open + "/count").ok();
            assertThat(before.number("electorate.people")).isEqualTo(5);
            assertThat(before.number("result.disagree")).isEqualTo(3);
            pools.advance("PT25H");
            assertThat(ana.get("/api/v1/proposals/" + leave).ok().text("state")).isEqualTo("enacted");
            assertThat(cook.get("/proposals/" + leave).ok())
                    .contains("What was taken along")
                    .contains("€2.70");
            var after = ana.get("/api/v1/proposals/" + open + "/count").ok();
            assertThat(after.number("electorate.people")).isEqualTo(3);
            assertThat(after.number("result.disagree")).isEqualTo(1);
            chi.put("/api/v1/proposals/" + open + "/ballot", "{\"choice\":\"agree\"}")
                    .refused(403, "MEMBERS_ONLY");
            assertThat(available(chi, "floods", flood)).isEqualTo(270);

            // The others part from a Pool with reasons and time to answer; its people do not vote.
            ana.post(here + "/proposals", of("remove-pool", "\"pool\":\"" + garden + "\""))
                    .refused(422, "TEXT_LENGTH");
            String removal = propose(
                    ana,
                    "floods",
                    flood,
                    "{\"title\":\"Part from the garden\",\"text\":\"They have not come to a meeting for a year.\","
                            + "\"action\":{\"type\":\"remove-pool\",\"pool\":\"" + garden + "\"}}");
            pools.advance("PT1M");
            assertThat(dee.get("/api/v1/me/notices").ok().body())
                    .as("whom it is about")
                    .contains("Fair may part from Corner Garden: Part from the garden");
            pools.advance("P14D");
            assertThat(Browser.signedIn(pools.address(), "dee")
                            .get("/proposals/" + removal)
                            .ok())
                    .contains("Its people can answer below.")
                    .doesNotContain("You joined after");
            dee.put("/api/v1/proposals/" + removal + "/ballot", "{\"choice\":\"disagree\"}")
                    .refused(403, "CONCERNED_POOL_DOES_NOT_VOTE");
            dee.post("/api/v1/proposals/" + removal + "/comments", "{\"text\":\"We had no invitation.\"}")
                    .ok();
            ana.put("/api/v1/proposals/" + removal + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
            pools.advance("P4D");
            pools.advance("P1D");
            assertThat(ana.get("/api/v1/proposals/" + removal).ok().text("state"))
                    .isEqualTo("enacted");
            pools.advance("PT1M");
            assertThat(dee.get("/api/v1/me/notices").ok().body()).contains("Fair has parted from Corner Garden");
            assertThat(ben.get("/api/v1/me/notices").ok().body()).contains("Fair has parted from Corner Garden");
            assertThat(hal.get("/api/v1/me/notices").ok().body()).doesNotContain("Fair has parted from");
            assertThat(Browser.signedIn(pools.address(), "dee")
                            .get("/floods/" + flood)
                            .ok())
                    .contains("The others have parted from us. We can vote to come back, and they vote on it too.");
            assertThat(ana.get(here).ok().text("pools.1.state")).isNotEqualTo("parted");
            assertThat(available(ana, "floods", flood)).isEqualTo(90);

            // A new Flood takes in the old one's Pools with their stakes, and splits again around a project.
            String stage = ben.post(
                            "/api/v1/floods",
                            "{\"name\":\"Stage\",\"purpose\":\"A stage\",\"currency\":\"EUR\",\"pools\":[\"" + garden
                                    + "\",\"" + kitchen + "\"]}")
                    .ok()
                    .text("slug");
            String there = "/api/v1/floods/" + stage;
            decideAll(pools, ids(ana.get(there).ok().json().get("proposals")), ana, ben, chi, dee, hal);
            fund(pools, ben, garden, stage, 500, ana, ben, dee);
            ana.post(here + "/proposals", of("merge-flood", "\"flood\":\"" + flood + "\""))
                    .refused(422, "SAME_FLOOD");
            decide(pools, propose(ana, "floods", flood, of("merge-flood", "\"flood\":\"" + stage + "\"")), ana);
            assertThat(ana.get(here).ok().text("state")).as("one side alone").isEqualTo("active");
            assertThat(member.get("/floods/" + flood).ok())
                    .contains("We have agreed to become one with Stage")
                    .contains("(voting opens");
            long gamesBefore = available(ana, "pools", games);
            String take = of("take-in-flood", "\"flood\":\"" + flood + "\"");
            // Nobody comes under a compact that has changed since their own vote: they vote again.
            decide(pools, propose(ben, "floods", stage, rules), ben, chi, dee, hal);
            String early = propose(ben, "floods", stage, take);
            decide(pools, early, ben, chi, dee, hal);
            var refused = ana.get("/api/v1/proposals/" + early).ok();
            assertThat(refused.text("state")).isEqualTo("blocked");
            assertThat(refused.body()).contains("COMPACT_CHANGED");
            assertThat(ana.get(here).ok().text("state")).isEqualTo("active");
            decide(pools, propose(ana, "floods", flood, of("merge-flood", "\"flood\":\"" + stage + "\"")), ana);
            var asked = ana.get(there).ok();
            assertThat(asked.text("openVotes.0.title")).as("the other side").startsWith("Take in");
            decide(pools, asked.text("openVotes.0.id"), ben, chi, dee, hal);
            assertThat(ana.get(here).ok().text("state")).isEqualTo("dissolved");
            assertThat(available(ana, "floods", stage)).isEqualTo(590);
            assertThat(member.get("/floods/" + flood).ok())
                    .contains("It has become one with Stage", "went with the Pools");
            assertThat(member.get("/proposals/" + asked.text("openVotes.0.id")).ok())
                    .contains("What was taken along")
                    .contains("€0.90");
            assertThat(available(ana, "pools", games)).isEqualTo(gamesBefore);
            String split = of(
                    "split-flood",
                    "\"name\":\"Lights\",\"purpose\":\"Lights for the stage\",\"pools\":[\"" + games + "\",\"" + garden
                            + "\"]");
            String splitting = propose(ben, "floods", stage, split);
            decide(pools, splitting, ana, ben, chi, dee, hal);
            assertThat(available(ana, "floods", stage)).isZero();
            assertThat(available(ana, "floods", "lights")).isEqualTo(590);
            assertThat(member.get("/proposals/" + splitting).ok())
                    .contains("href=\"/floods/lights\"")
                    .contains("What was taken along")
                    .contains("€5.00");

            aFloodFlowsIntoALargerOne(pools, games, kitchen, ana, ben, chi, dee, hal);

            everyVoteThatTheBooksNameIsThere(pools, "/floods/" + flood, "/floods/" + stage, "/pools/" + games);

            // What is left goes home.
            String ending = propose(ana, "floods", "lights", of("dissolve", ""));
            ben.post("/api/v1/proposals/" + ending + "/comments", "{\"text\":\"It was a good time.\"}")
                    .ok();
            String never = propose(ana, "floods", "lights", of("statement", ""));
            decide(pools, ending, ana, ben, dee);
            String files = "/api/v1/proposals/" + never + "/attachments";
            pools.as("dee").get(files).ok();
            pools.as("hal").get(files).refused(403, "MEMBERS_ONLY");
            whatWasSaidStaysToBeReadByThoseWhoWereInIt(pools, ending);
            assertThat(ana.get("/api/v1/floods/lights").ok().text("state")).isEqualTo("dissolved");
            assertThat(available(ana, "floods", "lights")).isZero();
            assertThat(available(ana, "pools", games)).isEqualTo(gamesBefore + 90);
            aPoolThatIsEndingComesIntoNoFlood(pools, stage, chi, hal);
        }
    }

    private static void whatWasSaidStaysToBeReadByThoseWhoWereInIt(RunningPools pools, String vote) {
        String page = "/proposals/" + vote;
        assertThat(pools.as("dee").get("/api/v1" + page + "/comments").ok().body())
                .contains("It was a good time.");
        pools.as("hal").get("/api/v1" + page + "/comments").refused(403, "MEMBERS_ONLY");
        pools.as("dee")
                .post("/api/v1" + page + "/comments", "{\"text\":\"Indeed.\"}")
                .refused(403, "MEMBERS_ONLY");
        assertThat(Browser.signedIn(pools.address(), "dee").get(page).ok())
                .contains("has ended. Those who were in it", "It was a good time.")
                .doesNotContain("Say something");
        assertThat(Browser.signedIn(pools.address(), "hal").get(page).ok())
                .contains("Members discuss this among themselves")
                .doesNotContain("It was a good time.");
    }

    /** Its people count once there and its Pools once each; what it brought comes home when it ends. */
    private static void aFloodFlowsIntoALargerOne(RunningPools pools, String games, String kitchen, Api... people) {
        Api ana = people[0];
        String region = ana.post(
                        "/api/v1/floods",
                        "{\"name\":\"Region\",\"purpose\":\"All of us\",\"currency\":\"EUR\",\"pools\":[\"" + kitchen
                                + "\"],\"floods\":[\"lights\"]}")
                .ok()
                .text("slug");
        String here = "/api/v1/floods/" + region;
        decideAll(pools, ids(ana.get(here).ok().json().get("proposals")), people);
        var flood = ana.get(here).ok();
        assertThat(flood.text("state")).isEqualTo("active");
        assertThat(flood.text("people")).isEqualTo("5");
        assertThat(flood.text("floods.0.slug")).isEqualTo("lights");
        assertThat(ana.get("/api/v1/floods/lights").ok().text("parents.0.slug")).isEqualTo(region);
        ana.post(here + "/proposals", of("join-flood", "\"flood\":\"lights\"")).refused(409, "FLOOD_IN_ITSELF");
        String gift = "\"flood\":\"" + region + "\",\"amount\":{\"amountMinor\":118,\"currency\":\"EUR\"}";
        decide(pools, propose(ana, "floods", "lights", of("fund-flood", gift)), people[0], people[1], people[3]);
        assertThat(available(ana, "floods", region)).isEqualTo(118);
        assertThat(available(ana, "floods", "lights")).isEqualTo(472);
        assertThat(ana.get("/api/v1/floods/" + region + "/floods/lights/leaving")
                        .ok()
                        .number("home.amountMinor"))
                .isEqualTo(118);
        String pay = of("pay", pay(payee(pools, ana, "floods", region), 60));
        String against = propose(ana, "floods", region, pay);
        decide(pools, against, people[2], people[4]);
        var count = ana.get("/api/v1/proposals/" + against + "/count").ok();
        assertThat(count.number("electorate.people")).isEqualTo(5);
        assertThat(count.text("result.pools.met")).as("one of three Pools").isEqualTo("false");
        assertThat(count.json().at("/result/pools/lines")).hasSize(3);
        Browser member = Browser.signedIn(pools.address(), "ana");
        assertThat(member.get("/floods/" + region).ok()).contains("Lights", "a Flood of 2 Pools");
        assertThat(member.get("/floods/lights").ok()).contains("The larger Floods it belongs to", "Leave Region");
        assertThat(member.get("/pools/" + games).ok()).contains("through it in Region");
        for (String type : List.of("join-flood", "fund-flood", "leave-flood")) {
            assertThat(member.get("/floods/lights/proposals/new?type=" + type).ok())
                    .contains("name=\"title\"");
        }
    }

    private static void nobodyPromisesOrMovesMoreThanCouldBePaid(Api ana, String games, String flood) {
        String to = "\"flood\":\"" + flood + "\",";
        String much = "{\"amountMinor\":9223372036854775807,\"currency\":\"EUR\"}";
        String little = "{\"amountMinor\":100000000,\"currency\":\"EUR\"}";
        String fine = "{\"amountMinor\":100,\"currency\":\"EUR\"}";
        for (String action : List.of(
                of("pledge", to + "\"amount\":" + much),
                of("pledge", to + "\"amount\":" + little),
                of("pledge", to + "\"amount\":" + fine + ",\"basisPoints\":100,\"most\":" + much),
                of("fund-flood", to + "\"amount\":" + much),
                of("fund-flood", to + "\"amount\":" + little))) {
            ana.post("/api/v1/pools/" + games + "/proposals", action).refused(422, "AMOUNT_TOO_LARGE");
        }
        ana.get("/api/v1/floods/" + flood).ok();
    }

    private static void aPoolThatIsEndingComesIntoNoFlood(RunningPools pools, String flood, Api... members) {
        Api ana = pools.as("ana");
        String runners = found(ana, "riverside-runners");
        String joining = propose(ana, "pools", runners, of("join-flood", "\"flood\":\"" + flood + "\""));
        decideAll(pools, List.of(joining, propose(ana, "pools", runners, of("wind-up", ""))), ana);
        assertThat(ana.get("/api/v1/pools/" + runners).ok().text("state")).isIn("winding-up", "ended");
        assertThat(ana.get("/api/v1/proposals/" + joining).ok().text("state")).isEqualTo("enacted");
        String consent = members[0].get("/api/v1/floods/" + flood).ok().text("openVotes.0.id");
        decide(pools, consent, members);
        var blocked = ana.get("/api/v1/proposals/" + consent).ok();
        assertThat(blocked.text("state")).isEqualTo("blocked");
        assertThat(blocked.body()).contains("POOL_IS_ENDING");
    }

    /** With several tokens and by the page, for and against, all at the same moment. */
    private static void votesInEveryWayAtOnce(RunningPools pools, String proposal) {
        Browser page = Browser.signedIn(pools.address(), "ana");
        String path = "/proposals/" + proposal;
        Browser.Page form = page.get(path);
        CyclicBarrier start = new CyclicBarrier(9);
        List<Callable<Integer>> ways = new ArrayList<>();
        for (String choice :
                List.of("agree", "disagree", "abstain", "agree", "disagree", "abstain", "agree", "agree")) {
            Api token = pools.as("ana");
            ways.add(() -> token.put("/api/v1" + path + "/ballot", "{\"choice\":\"" + choice + "\"}")
                    .status());
        }
        ways.add(() -> page.submit(form, path + "/ballot", Map.of("choice", "disagree", "reason", ""))
                .status());
        ExecutorService threads = Executors.newFixedThreadPool(ways.size());
        List<Future<Integer>> done = new ArrayList<>();
        ways.forEach(way -> done.add(threads.submit(() -> {
            start.await();
            return way.call();
        })));
        assertThat(done).allSatisfy(answer -> assertThat(answer.get()).isLessThan(400));
        threads.shutdown();
    }

    private static void everyVoteThatTheBooksNameIsThere(RunningPools pools, String... bodies) {
        Browser guest = Browser.signedIn(pools.address(), "ana");
        for (String body : bodies) {
            List<String> votes = Pattern.compile("href=\"(/proposals/[0-9a-f-]{36})\"")
                    .matcher(guest.get(body + "/ledger").ok())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(votes).isNotEmpty().allSatisfy(vote -> guest.get(vote).ok());
        }
    }

    private static String pay(String payee, long minor) {
        return "\"payee\":\"" + payee + "\",\"amount\":{\"amountMinor\":" + minor
                + ",\"currency\":\"EUR\"},\"purpose\":\"Tent\"";
    }

    private static String of(String type, String fields) {
        return "{\"title\":\"About " + type + "\",\"text\":\"\",\"action\":{\"type\":\"" + type + "\""
                + (fields.isEmpty() ? "" : "," + fields) + "}}";
    }
}
