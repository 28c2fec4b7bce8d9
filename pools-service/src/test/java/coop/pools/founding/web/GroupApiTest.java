package coop.pools.founding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.bylaws.domain.Agreement;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Founding, joining and inviting as programs do it, with what they get wrong. */
class GroupApiTest {
    private static final String GAMES = "{\"source\":\"sandbox\",\"groupId\":\"board-games\"}";

    @EveryDatabase
    void theWholeWayFromMyGroupsToMembers(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            JsonNode groups = ok(edge.as("ana", "/groups?source=sandbox").get(), 200);
            assertThat(groups.at("/items")).hasSize(3);
            assertThat(groups.at("/items/2/id").asText()).isEqualTo("board-games");
            assertThat(groups.at("/items/2/members").asInt()).isEqualTo(12);
            assertThat(ok(edge.as("ana", "/pools").post(json(GAMES)), 201)
                            .path("slug")
                            .asText())
                    .isEqualTo("tuesday-board-games");
            JsonNode again = ok(edge.as("ana", "/pools").post(json(GAMES)), 409);
            assertThat(again.path("code").asText()).isEqualTo("POOL_EXISTS");
            assertThat(again.at("/facts/slug").asText()).isEqualTo("tuesday-board-games");
            assertThat(ok(edge.as("ana", "/groups").get(), 200)
                            .at("/items/2/pool")
                            .asText())
                    .isEqualTo("tuesday-board-games");

            JsonNode waiting = ok(edge.as("ben", "/me/invitations").get(), 200);
            assertThat(waiting.at("/items/0/pool").asText()).isEqualTo("tuesday-board-games");
            String members = "/pools/tuesday-board-games/members";
            JsonNode joined = ok(edge.as("ben", members).post(json("{\"acceptBylaws\":true}")), 201);
            assertThat(joined.path("number").asInt()).isEqualTo(2);
            assertThat(joined.at("/accepted/version").asInt()).isEqualTo(1);
            assertThat(ok(edge.as("ben", members).post(json("{}")), 200)
                            .path("number")
                            .asInt())
                    .isEqualTo(2);
            ok(edge.as("chi", members).post(json("")), 201);

            JsonNode first = ok(edge.as("ana", members + "?limit=2").get(), 200);
            assertThat(first.path("items").findValuesAsText("name")).containsExactly("ana", "ben");
            JsonNode rest = ok(
                    edge.as(
                                    "ana",
                                    members + "?limit=2&after="
                                            + first.path("next").asText())
                            .get(),
                    200);
            assertThat(rest.path("items").findValuesAsText("name")).containsExactly("chi");
            assertThat(rest.has("next")).isFalse();

            JsonNode preview = ok(edge.as("chi", members + "/me?preview=true").delete(), 200);
            assertThat(preview.at("/exitShare/amountMinor").asInt(-1)).isZero();
            assertThat(preview.at("/exitShare/currency").asText()).isEqualTo("EUR");
            assertThat(ok(edge.as("chi", members + "/me").delete(), 200)).isEqualTo(preview);
            refused(edge.as("chi", members + "/me").delete(), 403, "NOT_A_MEMBER");
        }
    }

    @EveryDatabase
    void anInvitationLinkIsShownOnceAndCanBeTakenBack(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            ok(edge.as("ana", "/pools").post(json(GAMES)), 201);
            String invitations = "/pools/tuesday-board-games/invitations";
            JsonNode made = ok(edge.as("ana", invitations).post(json("{\"email\":\"zoe@example.org\"}")), 201);
            String url = made.path("url").asText();
            assertThat(url).matches("https://pools.example.org/invitations/[A-Za-z0-9_-]{43}");
            String secret = url.substring(url.lastIndexOf('/') + 1);
            assertThat(ok(edge.as("ana", invitations).get(), 200).toString())
                    .contains("zoe@example.org")
                    .doesNotContain(secret);
            refused(edge.as("ben", invitations).post(json("{}")), 403, "NOT_A_MEMBER");
            refused(edge.as("ana", invitations).post(json("{\"email\":\"no address\"}")), 422, "INVALID_FIELD");
            String yes = "{\"invitation\":\"" + secret + "\"}";
            ok(edge.as("zoe", "/pools/tuesday-board-games/members").post(json(yes)), 201);
            refused(edge.as("yan", "/pools/tuesday-board-games/members").post(json(yes)), 404, "INVITATION_GONE");
            String id = made.path("id").asText();
            assertThat(edge.as("ana", invitations + "/" + id).delete().getStatus())
                    .isEqualTo(204);
            refused(edge.as("ana", invitations + "/" + id).delete(), 404, "INVITATION_GONE");
            refused(edge.as("ana", invitations + "/nonsense").delete(), 404, "NOT_FOUND");
            assertThat(edge.as("chi", "/me/invitations/tuesday-board-games")
                            .delete()
                            .getStatus())
                    .isEqualTo(204);
            assertThat(ok(edge.as("chi", "/me/invitations").get(), 200).path("items"))
                    .isEmpty();
        }
    }

    @EveryDatabase
    void theBylawsAreTheTextThatIsAccepted(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            ok(edge.as("ana", "/pools").post(json(GAMES)), 201);
            String bylaws = "/pools/tuesday-board-games/bylaws";
            JsonNode read = ok(edge.guest(bylaws).get(), 200);
            assertThat(read.path("sha256").asText())
                    .isEqualTo(Agreement.fingerprint(read.path("text").asText()));
            assertThat(read.at("/rules/vote.hours").asInt()).isEqualTo(120);
            assertThat(read.at("/edition/form").asText()).isEqualTo("una");
            assertThat(ok(edge.guest(bylaws + "?version=1").get(), 200)).isEqualTo(read);
            for (String version : List.of("2", "0", "-1", "x", "99999999999999999999")) {
                refused(edge.guest(bylaws + "?version=" + version).get(), 404, "NOT_FOUND");
            }
            refused(edge.guest("/pools/nowhere/bylaws").get(), 404, "NOT_FOUND");
            assertThat(edge.guest(bylaws + ".html").get(String.class)).contains("<h1>Working agreement");
            String other = "{\"sha256\":\"" + "0".repeat(64) + "\"}";
            refused(edge.as("ben", "/pools/tuesday-board-games/members").post(json(other)), 409, "BYLAWS_CHANGED");
        }
    }

    @EveryDatabase
    void whatProgramsGetWrongIsRefusedAndChangesNothing(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            for (String body : List.of(
                    "{\"source\":\"sandbox\"}",
                    "{\"source\":\"elsewhere\",\"groupId\":\"1\"}",
                    "{\"source\":\"sandbox\",\"groupId\":\"" + "x".repeat(201) + "\"}",
                    "{\"source\":\"sandbox\",\"groupId\":\"board-games\",\"nonsense\":1}",
                    with("\"name\":\"" + "x".repeat(201) + "\""),
                    with("\"currency\":\"EURO\""),
                    with("\"currency\":\"€\""),
                    with("\"legalForm\":\"gmbh\""),
                    with("\"rules\":{\"vote.weight\":2}"),
                    with("\"rules\":{\"vote.hours\":-1}"),
                    with("\"rules\":{\"vote.hours\":1e2}"),
                    with("\"rules\":{\"vote.hours\":99999999999999999999}"),
                    with("\"rules\":{\"vote.hours\":\"120\"}"),
                    with("\"rules\":{\"vote.hours\":null}"),
                    with("\"rules\":{\"vote.hours\":[120]}"),
                    with("\"rules\":[]"))) {
                assertThat(edge.as("ana", "/pools").post(json(body)).getStatus())
                        .as(body)
                        .isEqualTo(422);
            }
            for (String body : List.of("", "{", "[]", "null", "{\"source\":\"a\",\"source\":\"b\"}")) {
                assertThat(edge.as("ana", "/pools").post(json(body)).getStatus())
                        .as(body)
                        .isIn(400, 422);
            }
            refused(edge.as("ben", "/pools").post(json(GAMES)), 403, "GROUP_NOT_LED");
            refused(edge.guest("/pools").post(json(GAMES)), 401, "SIGN_IN_REQUIRED");
            refused(edge.guest("/groups").get(), 401, "SIGN_IN_REQUIRED");
            refused(edge.as("ana", "/groups?source=elsewhere").get(), 422, "UNKNOWN_SOURCE");
            assertThat(edge.town.pools.list("", 10)).isEmpty();

            ok(edge.as("ana", "/pools").post(json(GAMES)), 201);
            String members = "/pools/tuesday-board-games/members";
            refused(edge.as("ben", members).post(json("{\"acceptBylaws\":false}")), 422, "BYLAWS_NOT_ACCEPTED");
            refused(edge.as("ben", members).post(json("{\"acceptBylaws\":\"yes\"}")), 422, "INVALID_FIELD");
            refused(edge.as("ben", members).post(json("{\"sha256\":\"\"}")), 422, "INVALID_FIELD");
            refused(edge.as("ben", members).post(json("{\"invitation\":\"x\"}")), 404, "INVITATION_GONE");
            refused(edge.guest(members).post(json("{}")), 401, "SIGN_IN_REQUIRED");
            refused(edge.as("ben", members).get(), 403, "NOT_A_MEMBER");
            refused(edge.as("ana", members + "?limit=201").get(), 422, "INVALID_FIELD");
            refused(edge.as("ana", members + "?after=-1").get(), 422, "INVALID_FIELD");
            ok(edge.as("ana", members + "?after=999999999999999999").get(), 200);
            refused(edge.as("ana", members + "/me?preview=maybe").delete(), 422, "INVALID_FIELD");
            refused(edge.as("ana", "/pools/nowhere/members").post(json("{}")), 404, "NOT_FOUND");
            assertThat(edge.town.members.count(
                            edge.town.pools.bySlug("tuesday-board-games").id()))
                    .isEqualTo(1);
        }
    }

    @EveryDatabase
    void anUploadedListIsReadBackAndIsNobodyElses(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            String csv = "Name;E-Mail\r\nSol Ñu;sol@example.org\r\nSol;SOL@example.org\r\nTam;\r\n";
            JsonNode read = ok(upload(edge.as("ana", "/groups/csv"), "file", "Kochclub_Süd.csv", csv), 200);
            assertThat(read.path("source").asText()).isEqualTo("csv");
            assertThat(read.path("name").asText()).isEqualTo("Kochclub Süd");
            assertThat(read.path("members").asInt()).isEqualTo(2);
            assertThat(read.at("/read/0/name").asText()).isEqualTo("Sol Ñu");
            assertThat(read.at("/skipped/0/line").asInt()).isEqualTo(3);
            String wish =
                    "{\"source\":\"csv\",\"groupId\":\"" + read.path("groupId").asText() + "\"}";
            refused(edge.as("ben", "/pools").post(json(wish)), 404, "NOT_FOUND");
            assertThat(ok(edge.as("ben", "/groups?source=csv").get(), 200).path("items"))
                    .isEmpty();
            assertThat(ok(edge.as("ana", "/groups?source=csv").get(), 200).at("/items/0/id"))
                    .isEqualTo(read.path("groupId"));
            assertThat(ok(edge.as("ana", "/pools").post(json(wish)), 201)
                            .path("slug")
                            .asText())
                    .isEqualTo("kochclub-sud");
            refused(edge.as("ana", "/pools").post(json(wish)), 409, "POOL_EXISTS");
        }
    }

    @EveryDatabase
    void aBrokenUploadIsRefused(TestDatabase db) throws Throwable {
        try (GroupEdge edge = new GroupEdge(db)) {
            refused(upload(edge.as("ana", "/groups/csv"), "other", "a.csv", "name\nSol\n"), 422, "INVALID_FIELD");
            refused(
                    upload(edge.as("ana", "/groups/csv"), "file", "a.csv", "<html><body></body></html>"),
                    422,
                    "CSV_UNREADABLE");
            refused(upload(edge.guest("/groups/csv"), "file", "a.csv", "name\nSol\n"), 401, "SIGN_IN_REQUIRED");
            for (String body : List.of("", "no parts", "--b\r\n", "--b\r\nContent-Disposition: form-data", "--b--")) {
                for (String type : List.of("multipart/form-data; boundary=b", "multipart/form-data")) {
                    Response answer = edge.as("ana", "/groups/csv").post(Entity.entity(body, MediaType.valueOf(type)));
                    assertThat(answer.getStatus()).as(type + " " + body).isBetween(400, 499);
                }
            }
            assertThat(edge.as("ana", "/groups/csv").post(json("{}")).getStatus())
                    .isEqualTo(415);
            assertThat(ok(edge.as("ana", "/groups?source=csv").get(), 200).path("items"))
                    .isEmpty();
        }
    }

    private static Response upload(Invocation.Builder request, String field, String fileName, String csv) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--b--\r\n";
        return request.post(Entity.entity(
                body.getBytes(StandardCharsets.UTF_8), MediaType.valueOf("multipart/form-data; boundary=b")));
    }

    private static String with(String field) {
        return GAMES.substring(0, GAMES.length() - 1) + "," + field + "}";
    }

    private static Entity<String> json(String body) {
        return Entity.json(body);
    }

    private static JsonNode ok(Response response, int status) {
        JsonNode body = response.readEntity(JsonNode.class);
        assertThat(response.getStatus()).as(String.valueOf(body)).isEqualTo(status);
        return body;
    }

    private static void refused(Response response, int status, String code) {
        assertThat(ok(response, status).path("code").asText()).isEqualTo(code);
    }
}
