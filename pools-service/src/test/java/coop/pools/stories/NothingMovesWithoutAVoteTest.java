package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.contribute;
import static coop.pools.stories.MainJobStoryTest.decide;
import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls every writing endpoint that the published contract names, as the organiser, who is a steward, and as a steward
 * who was elected: without a passed decision no pooled money moves, no rule changes and nobody comes or goes.
 */
class NothingMovesWithoutAVoteTest {
    /** A person's own acts, and what only plays the outside world. */
    private static final List<String> OWN = List.of("/sandbox/", "/members/me", "/api/v1/me", "/webhooks/");

    private static final String BODY = "{\"title\":\"Take it\",\"text\":\"Because I can, as everybody sees.\","
            + "\"amount\":{\"amountMinor\":4000,\"currency\":\"EUR\"},\"name\":\"Mine\",\"choice\":\"agree\","
            + "\"answer\":\"release\",\"cause\":\"I say so myself.\",\"reason\":\"I say so myself.\","
            + "\"action\":{\"type\":\"statement\"},\"state\":\"paid\",\"to\":\"me\"}";

    @OneDatabase
    void neitherOrganiserNorStewardMovesAnythingByAnyEndpoint(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            join(ben, games);
            join(chi, games);
            contribute(pools, ana, games, 10_000);
            String ben1 = ben.get("/api/v1/me").ok().text("id");
            String named = propose(ana, "pools", games, wish("name-steward", ",\"person\":\"" + ben1 + "\""));
            decide(pools, named, ana, ben, chi);
            String open = propose(ana, "pools", games, wish("statement", ""));
            String here = "/api/v1/pools/" + games;
            String before = standing(chi, here);

            List<String> called = new ArrayList<>();
            JsonNode paths = ana.get("/api/openapi.json").ok().json().get("paths");
            for (Api somebody : new Api[] {ana, ben}) {
                for (Map.Entry<String, JsonNode> path : paths.properties()) {
                    String address = address(path.getKey(), Map.of("slug", games, "id", open, "bucket", "summer"));
                    for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                        if (OWN.stream().noneMatch(address::contains)) {
                            call(somebody, method.getKey(), address).ifPresent(called::add);
                        }
                    }
                }
            }
            assertThat(called).as("the contract was read").hasSizeGreaterThan(60);
            assertThat(called).as("nothing fails").noneMatch(line -> line.endsWith("500"));
            assertThat(standing(chi, here)).as(String.join("\n", called)).isEqualTo(before);
        }
    }

    private static Optional<String> call(Api somebody, String method, String address) {
        for (String body : new String[] {"{}", BODY}) {
            int status = switch (method) {
                case "post" -> somebody.post(address, body).status();
                case "put" -> somebody.put(address, body).status();
                case "delete" -> somebody.delete(address).status();
                default -> 0;
            };
            if (status != 0 && body.equals(BODY)) {
                return Optional.of(method + " " + address + " " + status);
            }
        }
        return Optional.empty();
    }

    private static String address(String template, Map<String, String> names) {
        String address = template;
        for (Map.Entry<String, String> name : names.entrySet()) {
            address = address.replace("{" + name.getKey() + "}", name.getValue());
        }
        return address.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000001");
    }

    /** Money, the head of the book, rules, members, stewards and ombuds. */
    private static String standing(Api somebody, String here) {
        return somebody.get(here).ok().json().get("balances")
                + somebody.get(here + "/ledger/head").ok().body()
                + somebody.get(here + "/bylaws").ok().text("sha256")
                + somebody.get(here + "/members").ok().json().get("items").size()
                + somebody.get(here + "/custody").ok().json().get("stewards")
                + somebody.get(here + "/ombuds").ok().body();
    }

    private static String wish(String type, String more) {
        return "{\"title\":\"A wish of mine\",\"text\":\"\",\"action\":{\"type\":\"" + type + "\"" + more + "}}";
    }
}
