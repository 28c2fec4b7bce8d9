package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decideAll;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.fund;
import static coop.pools.stories.MainJobStoryTest.ids;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.payee;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.Endpoints.Endpoint;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import io.dropwizard.testing.ConfigOverride;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls every endpoint that the application registers - of Pools, Floods, the commons and rounds, API and pages - as the
 * organiser, as a steward who was elected and as somebody outside: without a passed decision no pooled money moves, no
 * rule changes and nobody comes or goes. They are found by reflection; what could not be found so fails the test.
 */
class NothingMovesWithoutAVoteTest {
    /** What plays the outside world, and a person's own leaving. */
    private static final List<String> OWN =
            List.of("DELETE /api/v1/pools/{slug}/members/me", "POST /pools/{slug}/members/leave", "POST /sign-out");

    /** Ballots, which are called here too; what the processor has signed; and two that answer nothing by themselves. */
    private static final Set<String> BESIDE = Set.of(
            "coop.pools.governance.web.BallotLane",
            "coop.pools.treasury.web.WebhookServlet",
            "coop.pools.platform.web.ContentTypeGuard",
            "coop.pools.platform.web.StaticCacheFilter");

    private static final String EURO = "{\"amountMinor\":100,\"currency\":\"EUR\"}";
    private static final String WORDS = "\"title\":\"Take it\",\"text\":\"Because I can, as everybody sees.\"";
    /** What is sent to an address of the API that ends so. */
    private static final Map<String, String> SENT = Map.ofEntries(
            Map.entry("/proposals", "{" + WORDS + ",\"action\":{\"type\":\"statement\"}}"),
            Map.entry("/proposals/{id}", "{" + WORDS + "}"),
            Map.entry("/publish", "{}"),
            Map.entry("/sponsorship", "{}"),
            Map.entry("/ballot", "{\"choice\":\"agree\"}"),
            Map.entry("/comments", "{\"text\":\"Mine\"}"),
            Map.entry("/concerns", "{\"reason\":\"I would like to have it all.\"}"),
            Map.entry("/concerns/answer", "{\"answer\":\"release\"}"),
            Map.entry("/statement", "{\"text\":\"It is mine.\"}"),
            Map.entry("/delegations/{topic}", "{\"delegate\":\"00000000-0000-0000-0000-000000000001\"}"),
            Map.entry("/mail", "{\"volume\":\"everything\"}"),
            Map.entry("/members", "{}"),
            Map.entry("/presence", "{}"),
            Map.entry("/admissions", "{\"text\":\"Let me in\"}"),
            Map.entry("/invitations", "{\"email\":\"me@example.org\"}"),
            Map.entry("/contributions", "{\"amount\":" + EURO + "}"),
            Map.entry("/refund", "{\"amount\":" + EURO + "}"),
            Map.entry("/payees", "{\"name\":\"Myself\"}"),
            Map.entry("/buckets", "{\"name\":\"Mine\",\"purpose\":\"For me\"}"),
            Map.entry("/account", "{\"country\":\"DE\"}"),
            Map.entry("/rounds", roundOf("Mine")),
            Map.entry("/allocations/{bucket}", "{\"amount\":" + EURO + "}"));
    /** Addresses where a new endpoint must be given something to be sent. */
    private static final String POOLED = "/api/v1/(pools|floods|rounds|commons|proposals|operators)/.*";

    @OneDatabase
    void nobodyMovesAnythingByAnyEndpoint(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db, ConfigOverride.config("commons.fee", "200"))) {
            Api chi = pools.as("chi");
            Map<String, List<String>> places = town(pools, chi);
            String before = standing(chi, places);
            assertThat(before).contains("commons-eur", "\"state\":\"open\"", "\"amountMinor\":600");

            List<Endpoint> endpoints = pools.writingEndpoints();
            assertThat(endpoints).as("all are found").hasSizeGreaterThan(130);
            assertThat(endpoints.stream().map(Endpoint::toString))
                    .as("what is named exists")
                    .containsAll(OWN);
            List<String> called = new ArrayList<>();
            for (String person : List.of("ana", "ben", "dee")) {
                Caller caller = new Caller(pools.as(person), Browser.signedIn(pools.address(), person));
                endpoints.stream()
                        .filter(endpoint -> !OWN.contains(endpoint.toString()))
                        .filter(endpoint -> !endpoint.template().startsWith("/sandbox/"))
                        .forEach(endpoint -> addresses(endpoint.template(), places)
                                .forEach(address -> called.add(person + " " + caller.call(endpoint, address))));
                assertThat(standing(chi, places)).as(String.join("\n", called)).isEqualTo(before);
            }
            Api ana = pools.as("ana");
            pools.readingEndpoints().stream()
                    .filter(endpoint -> !endpoint.template().startsWith("/sandbox/"))
                    .forEach(endpoint -> addresses(endpoint.template(), places)
                            .forEach(address -> called.add("ana GET " + address + " "
                                    + ana.get(address).status())));
            assertThat(standing(chi, places)).as("who reads changes nothing").isEqualTo(before);
            assertThat(pools.besideTheResources())
                    .as("whatever else answers: say here why it moves nothing without a vote")
                    .filteredOn(name -> name.startsWith("coop.pools."))
                    .containsExactlyInAnyOrderElementsOf(BESIDE);
            assertThat(called).as("nothing fails").noneMatch(line -> line.endsWith(" 500"));
            assertThat(called)
                    .as("they get as far as the rules")
                    .anyMatch(line -> line.matches("ben PUT /api/v1/rounds/.* 200"))
                    .anyMatch(line -> line.matches("ana POST /api/v1/floods/.*/proposals 201"))
                    .anyMatch(line -> line.matches("ben POST /proposals/.*/ballot 303"))
                    .anyMatch(line -> line.matches("dee POST /api/v1/floods/.*/proposals 403"));
        }
    }

    /** One person, as a program and in a browser. */
    private record Caller(Api api, Browser browser) {
        String call(Endpoint endpoint, String address) {
            int status = 0;
            if (!endpoint.json()) {
                byte[][] files = endpoint.upload() ? new byte[][] {{1, 2, 3}} : new byte[0][];
                status = browser.post(address, FORM, files).status();
            } else {
                status = switch (endpoint.method()) {
                    case "POST" -> api.post(address, sent(endpoint)).status();
                    case "PUT" -> api.put(address, sent(endpoint)).status();
                    case "DELETE" -> api.delete(address).status();
                    default -> throw new AssertionError("cannot be tried yet: " + endpoint);
                };
            }
            return endpoint.method() + " " + address + " " + status;
        }

        private static String sent(Endpoint endpoint) {
            Optional<String> known = SENT.entrySet().stream()
                    .filter(entry -> endpoint.template().endsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            assertThat(known.isPresent()
                            || endpoint.upload()
                            || !endpoint.template().matches(POOLED))
                    .as("say what to send to %s", endpoint)
                    .isTrue();
            return known.orElse("{}");
        }
    }

    private static final Map<String, String> FORM = Map.ofEntries(
            Map.entry("title", "Take it"),
            Map.entry("text", "Because I can, as everybody sees."),
            Map.entry("type", "statement"),
            Map.entry("choice", "agree"),
            Map.entry("accept", "on"),
            Map.entry("amount", "2"),
            Map.entry("name", "Mine"),
            Map.entry("purpose", "For me alone"),
            Map.entry("reason", "I say so myself."),
            Map.entry("cause", "I say so myself."),
            Map.entry("answer", "release"),
            Map.entry("topic", "money"),
            Map.entry("word", "paid"),
            Map.entry("give-chairs", "1"));

    /** A Pool where people come in by vote alone, a Flood with another one, the commons, and rounds under way. */
    private static Map<String, List<String>> town(RunningPools pools, Api chi) {
        Api ana = pools.as("ana");
        Api ben = pools.as("ben");
        String games = found(ana, "board-games");
        join(ben, games);
        join(chi, games);
        String kitchen = found(chi, "sunday-kitchen");
        contribute(pools, ana, games, 10_000);
        String gift = chi.post("/api/v1/pools/" + games + "/contributions", "{\"amount\":" + EURO + "}")
                .ok()
                .text("id");
        String flood = ana.post(
                        "/api/v1/floods",
                        "{\"name\":\"Fair\",\"purpose\":\"A fair in the park\",\"currency\":\"EUR\",\"pools\":[\""
                                + games + "\",\"" + kitchen + "\"]}")
                .ok()
                .text("slug");
        String ben1 = ben.get("/api/v1/me").ok().text("id");
        List<String> first = ids(ana.get("/api/v1/floods/" + flood).ok().json().get("proposals"));
        first.add(propose(ana, "pools", games, wish("name-steward", ",\"person\":\"" + ben1 + "\"")));
        first.add(propose(ana, "pools", games, wish("change-rules", ",\"rules\":{\"member.admission\":\"vote\"}")));
        first.add(propose(chi, "pools", kitchen, wish("change-rules", ",\"rules\":{\"member.admission\":\"vote\"}")));
        String round = round(ana, "pools", games);
        first.add(round);
        decideAll(pools, first, ana, ben, chi);
        fund(pools, ana, games, flood, 1_000, ana, ben, chi);
        String joint = round(ana, "floods", flood);
        decideAll(pools, List.of(joint), ana, ben, chi);
        String payee = payee(pools, ana, "pools", games);
        String pay = ",\"payee\":\"" + payee + "\",\"amount\":" + EURO + ",\"purpose\":\"Chairs\"";
        String open = propose(ana, "pools", games, wish("pay", pay));
        String both = propose(ana, "floods", flood, wish("statement", ""));
        pools.advance("PT48H");
        Map<String, List<String>> places = new HashMap<>();
        places.put("pools", List.of(games));
        places.put("floods", List.of(flood, "commons-eur"));
        places.put("proposals", List.of(open, both));
        places.put("rounds", List.of(round, joint));
        places.put("payees", List.of(payee));
        places.put("contributions", List.of(gift));
        places.put("allocations", List.of("chairs"));
        places.put("delegations", List.of("money"));
        return places;
    }

    private static String roundOf(String name) {
        String need = ",\"target\":{\"amountMinor\":500,\"currency\":\"EUR\"}}";
        return "{\"name\":\"" + name + "\",\"pot\":{\"amountMinor\":600,\"currency\":\"EUR\"},\"days\":60,"
                + "\"buckets\":[{\"name\":\"Chairs\"" + need + ",{\"name\":\"Lamps\"" + need + "]}";
    }

    private static String round(Api person, String kind, String slug) {
        return person.post("/api/v1/" + kind + "/" + slug + "/rounds", roundOf("Spring"))
                .ok()
                .text("id");
    }

    /** Every place where the template can stand: what comes in braces is known by the word before it. */
    private static List<String> addresses(String template, Map<String, List<String>> places) {
        List<String> addresses = List.of("");
        String last = "";
        for (String part : template.substring(1).split("/")) {
            List<String> values = values(part, last, places);
            addresses = addresses.stream()
                    .flatMap(start -> values.stream().map(value -> start + "/" + value))
                    .toList();
            last = part;
        }
        Stream<String> right = addresses.stream();
        return right.filter(address ->
                        !address.startsWith("/floods/" + places.get("pools").get(0)))
                .toList();
    }

    private static List<String> values(String part, String last, Map<String, List<String>> places) {
        if (!part.startsWith("{")) {
            return List.of(part);
        }
        if (part.contains("|") && !part.contains("pools")) {
            return List.of(part.replaceAll(".*:\\s*|}", "").split("\\|"));
        }
        if (part.contains("|")) {
            return List.of("pools");
        }
        return places.getOrDefault(
                last.contains("pools|") ? "pools" : last, List.of("00000000-0000-0000-0000-000000000001"));
    }

    /** Money, the heads of the books, rules, members, stewards and ombuds, stakes, and the pots of rounds. */
    private static String standing(Api somebody, Map<String, List<String>> places) {
        StringBuilder standing = new StringBuilder();
        String pool = "/api/v1/pools/" + places.get("pools").get(0);
        standing.append(somebody.get(pool).ok().json().required("balances"))
                .append(somebody.get(pool + "/ledger/head").ok().body())
                .append(somebody.get(pool + "/bylaws").ok().text("sha256"))
                .append(somebody.get(pool + "/members")
                        .ok()
                        .json()
                        .required("items")
                        .size())
                .append(somebody.get(pool + "/custody").ok().json().required("stewards"))
                .append(somebody.get(pool + "/ombuds").ok().body());
        for (String slug : places.get("floods")) {
            JsonNode flood = somebody.get("/api/v1/floods/" + slug).ok().json();
            for (String field :
                    List.of("slug", "balances", "pools", "floods", "parents", "people", "compact", "state")) {
                standing.append(flood.required(field));
            }
            standing.append(
                    somebody.get("/api/v1/floods/" + slug + "/ledger/head").ok().body());
        }
        for (JsonNode item : somebody.get("/api/v1/commons").ok().json().required("items")) {
            standing.append(item.required("community").required("balances"))
                    .append(item.required("operator").required("balances"));
        }
        standing.append(somebody.get("/api/v1/commons").ok().json().required("share"));
        for (String id : places.get("rounds")) {
            JsonNode round = somebody.get("/api/v1/rounds/" + id).ok().json();
            standing.append(round.required("pot")).append("\"state\":" + round.required("state"));
        }
        return standing.toString();
    }

    private static String wish(String type, String more) {
        return "{\"title\":\"A wish of mine\",\"text\":\"\",\"action\":{\"type\":\"" + type + "\"" + more + "}}";
    }
}
