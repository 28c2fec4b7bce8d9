package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.governance.VillageBodies;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalApiTest {
    private static final String PROPOSALS = "/api/v1/pools/village/proposals";
    private static final String PAY = """
            {"title": "Pay for the room", "text": "*May* is near",
             "action": {"type": "pay", "payee": "%s", "amount": {"amountMinor": 12000, "currency": "EUR"},
                        "purpose": "Room for May"}}
            """.formatted(ProposalEdge.PAYEE);

    private TestDatabase db;
    private ProposalEdge edge;

    @BeforeEach
    void open() throws Throwable {
        db = TestDatabases.h2();
        edge = new ProposalEdge(db, 5);
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
        db.close();
    }

    @Test
    void aTemplatePresetsHowAProposalIsDecided() throws IOException {
        String advice =
                "{\"title\": \"A trip\", \"action\": {\"type\": \"statement\"}, \"paper\": {\"template\": \"%s\"%s}}";
        JsonNode asked = json(edge.post(1, PROPOSALS, advice.formatted("advice", "")), 201)
                .at("/paper");
        assertThat(asked.at("/method").asText()).isEqualTo("sense-check");
        assertThat(asked.at("/template").asText()).isEqualTo("advice");
        JsonNode consensus = json(edge.post(1, PROPOSALS, advice.formatted("consensus", "")), 201);
        assertThat(consensus.at("/paper/reasons").asText()).isEqualTo("disagreeing");
        edge.village.hours(48);
        String count = "/api/v1/proposals/" + consensus.at("/id").asText() + "/count";
        json(edge.put(1, count.replace("count", "ballot"), "{\"choice\": \"agree\"}"), 200);
        assertThat(json(edge.as(1, count).get(), 200)
                        .at("/rule/thresholdBasisPoints")
                        .asInt())
                .as("frozen with the vote")
                .isEqualTo(10_000);
        assertProblem(
                edge.post(1, PROPOSALS, advice.formatted("consent", ", \"blocksToStop\": 0")), 422, "PAPER_NOT_SOUND");
        assertProblem(edge.post(1, PROPOSALS, advice.formatted("emergency", "")), 422, "CANNOT_BE_HURRIED");
        assertProblem(edge.post(1, PROPOSALS, advice.formatted("at-once", "")), 422, "INVALID_FIELD");
    }

    @Test
    void aProposalGoesFromDiscussionToItsOutcome() throws IOException {
        JsonNode made = json(edge.post(1, PROPOSALS, PAY), 201);
        assertThat(made.at("/state").asText()).isEqualTo("discussion");
        assertThat(made.at("/action/amount/amountMinor").asLong()).isEqualTo(12_000);
        assertThat(made.at("/action/payeeName").asText()).isEqualTo("Room & Hall");
        assertThat(made.at("/author").asText())
                .isEqualTo(VillageBodies.person(1).toString());
        assertThat(made.at("/authorName").asText()).isEqualTo("Person 1");
        assertThat(made.at("/body/slug").asText()).isEqualTo("village");
        assertThat(made.has("closesAt")).isFalse();
        String proposal = "/api/v1/proposals/" + made.at("/id").asText();

        assertProblem(edge.put(1, proposal + "/ballot", "{\"choice\": \"agree\"}"), 409, "VOTING_NOT_OPEN");
        edge.village.hours(48);
        for (int voter = 1; voter <= 3; voter++) {
            JsonNode ballot = json(edge.put(voter, proposal + "/ballot", "{\"choice\": \"agree\"}"), 200);
            assertThat(ballot.at("/choice").asText()).isEqualTo("agree");
        }
        json(edge.put(4, proposal + "/ballot", "{\"choice\": \"disagree\", \"reason\": \"Too dear\"}"), 200);
        assertThat(edge.as(3, proposal + "/ballot").delete().getStatus()).isEqualTo(204);
        json(edge.put(3, proposal + "/ballot", "{\"choice\": \"abstain\"}"), 200);

        JsonNode count = json(edge.as(1, proposal + "/count").get(), 200);
        assertThat(count.at("/state").asText()).isEqualTo("voting");
        assertThat(count.at("/electorate/people").asLong()).isEqualTo(5);
        assertThat(count.at("/ballots")).hasSize(4);
        assertThat(count.at("/ballots/3/reason").asText()).isEqualTo("Too dear");
        assertThat(count.at("/ballots/3/name").asText()).isEqualTo("Person 4");
        assertThat(count.at("/delegations").isArray()).isTrue();
        assertThat(count.at("/rule/thresholdBasisPoints").asInt()).isEqualTo(5000);
        assertThat(count.at("/result/agree").asLong()).isEqualTo(2);
        assertThat(count.at("/result/quorum/needed").asLong()).isEqualTo(3);
        assertThat(count.at("/result/threshold/needed").asLong()).isEqualTo(2);
        assertThat(count.at("/result/passed").asBoolean()).isTrue();

        edge.village.hours(120);
        JsonNode closed = json(edge.as(1, proposal).get(), 200);
        assertThat(closed.at("/state").asText()).isEqualTo("cooling-off");
        assertThat(closed.at("/outcome/passed").asBoolean()).isTrue();
        assertThat(closed.at("/enactsAt").asText()).isEqualTo("2026-03-09T12:00:00Z");
        assertProblem(edge.put(1, proposal + "/ballot", "{\"choice\": \"agree\"}"), 409, "VOTING_CLOSED");
    }

    @Test
    void namesAndReasonsAreForMembers() throws IOException {
        String proposal = "/api/v1/proposals/"
                + json(edge.post(1, PROPOSALS, PAY), 201).at("/id").asText();
        edge.village.hours(48);
        json(edge.put(2, proposal + "/ballot", "{\"choice\": \"agree\", \"reason\": \"Warm\"}"), 200);
        for (int outsider : new int[] {0, 6}) {
            JsonNode count = json(edge.as(outsider, proposal + "/count").get(), 200);
            assertThat(count.at("/ballots/0/choice").asText()).isEqualTo("agree");
            assertThat(count.at("/ballots/0").has("reason")).isFalse();
            assertThat(count.at("/ballots/0").has("name")).isFalse();
            assertThat(json(edge.as(outsider, proposal).get(), 200).has("authorName"))
                    .isFalse();
        }
        assertProblem(edge.as(0, proposal + "/comments").get(), 401, "SIGN_IN_REQUIRED");
        assertProblem(edge.as(6, proposal + "/comments").get(), 403, "MEMBERS_ONLY");
        assertProblem(edge.put(6, proposal + "/ballot", "{\"choice\": \"agree\"}"), 403, "MEMBERS_ONLY");
        assertProblem(edge.post(6, PROPOSALS, PAY), 403, "MEMBERS_ONLY");
    }

    @Test
    void theSameIdempotencyKeyMakesOneProposal() throws IOException {
        var first = edge.as(1, PROPOSALS).header("Idempotency-Key", "k1").post(Entity.json(PAY));
        var again = edge.as(1, PROPOSALS).header("Idempotency-Key", "k1").post(Entity.json(PAY));
        assertThat(json(again, 201).at("/id")).isEqualTo(json(first, 201).at("/id"));
        JsonNode list = json(edge.as(0, PROPOSALS).get(), 200);
        assertThat(list.at("/items")).hasSize(1);
        assertThat(list.has("next")).isFalse();
    }

    @Test
    void membersDiscuss() throws IOException {
        String proposal = "/api/v1/proposals/"
                + json(edge.post(1, PROPOSALS, PAY), 201).at("/id").asText();
        JsonNode said = json(edge.post(2, proposal + "/comments", "{\"text\": \"Why?\"}"), 201);
        edge.village.hours(1);
        String answer =
                "{\"text\": \"It is May.\", \"parent\": \"" + said.at("/id").asText() + "\"}";
        json(edge.post(1, proposal + "/comments", answer), 201);
        JsonNode page = json(edge.as(3, proposal + "/comments?limit=1").get(), 200);
        assertThat(page.at("/items/0/authorName").asText()).isEqualTo("Person 2");
        JsonNode rest = json(
                edge.as(3, proposal + "/comments?after=" + page.at("/next").asText())
                        .get(),
                200);
        assertThat(rest.at("/items/0/parent")).isEqualTo(said.at("/id"));
    }

    @Test
    void aTokenThatMayNotReadIsShownWhatGuestsAre() throws IOException {
        String secret = PAY.replace("\"title\"", "\"draft\": true, \"title\"");
        String draft = "/api/v1/proposals/"
                + json(edge.as(1, PROPOSALS).header("X-Scope", "VOTE").post(Entity.json(secret)), 201)
                        .at("/id")
                        .asText();
        assertThat(edge.as(1, draft).get().getStatus()).isEqualTo(200);
        String open = "/api/v1/proposals/"
                + json(edge.post(1, PROPOSALS, PAY), 201).at("/id").asText();
        edge.village.hours(48);
        json(edge.put(2, open + "/ballot", "{\"choice\": \"agree\", \"reason\": \"Warm\"}"), 200);
        for (String scope : new String[] {"VOTE", "CONTRIBUTE", "ORGANISE"}) {
            assertProblem(edge.as(1, draft).header("X-Scope", scope).get(), 404, "NOT_FOUND");
            for (String path : new String[] {open, open + "/count", PROPOSALS}) {
                String shown = edge.as(1, path).header("X-Scope", scope).get(String.class);
                assertThat(shown).as(path).isEqualTo(edge.as(0, path).get(String.class));
            }
        }
        assertThat(edge.as(1, open + "/count").get(String.class)).contains("Warm", "Person 2");
    }

    @Test
    void theAuthorWithdraws() throws IOException {
        String proposal = "/api/v1/proposals/"
                + json(edge.post(1, PROPOSALS, PAY), 201).at("/id").asText();
        assertProblem(edge.as(2, proposal).delete(), 403, "AUTHOR_ONLY");
        assertThat(edge.as(1, proposal).delete().getStatus()).isEqualTo(204);
        assertThat(json(edge.as(0, proposal).get(), 200).at("/state").asText()).isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"title\": \"Tea\"}",
                "{\"title\": \"Tea\", \"action\": {}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"seize\"}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"statement\", \"payee\": \"x\"}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"pay\"}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"pay\", \"payee\": \"x\", \"purpose\": \"p\","
                        + " \"amount\": {\"amountMinor\": 1, \"currency\": \"EUR\"}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"pay\", \"purpose\": \"p\","
                        + " \"payee\": \"00000000-0000-0009-0000-000000000009\","
                        + " \"amount\": {\"amountMinor\": -1, \"currency\": \"EUR\"}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"pay\", \"purpose\": \"p\","
                        + " \"payee\": \"00000000-0000-0009-0000-000000000009\","
                        + " \"amount\": {\"amountMinor\": 1.5, \"currency\": \"EUR\"}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"change-rules\", \"rules\": {}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"change-rules\", \"rules\": {\"vote.hours\": 1.5}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"change-rules\", \"rules\": {\"vote.hours\": null}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"change-rules\", \"rules\": {\"vote.hours\": [1]}}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"join-flood\", \"flood\": \"nowhere\"}}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"statement\"}, \"opensAt\": \"tomorrow\"}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"statement\"}, \"opensAt\": \"2026-03-01T13:00:00Z\"}",
                "{\"title\": \"Tea\", \"action\": {\"type\": \"statement\"}, \"weight\": 2}",
                "{\"title\": \"T\", \"action\": {\"type\": \"statement\"}}"
            })
    void whatCannotBeProposedIsRefusedAndChangesNothing(String body) throws IOException {
        try (Response response = edge.post(1, PROPOSALS, body)) {
            assertThat(response.getStatus()).as(body).isEqualTo(422);
            assertThat(response.getMediaType().toString()).startsWith("application/problem+json");
        }
        assertThat(json(edge.as(1, PROPOSALS).get(), 200).at("/items")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertProblem(edge.as(1, "/api/v1/pools/nowhere/proposals").get(), 404, "NOT_FOUND");
        assertProblem(edge.as(1, "/api/v1/floods/village/proposals").get(), 404, "NOT_FOUND");
        assertProblem(edge.as(1, "/api/v1/proposals/x").get(), 404, "NOT_FOUND");
        assertProblem(
                edge.as(1, "/api/v1/proposals/" + ProposalEdge.PAYEE + "/count").get(), 404, "NOT_FOUND");
        assertProblem(edge.as(1, PROPOSALS + "?limit=201").get(), 422, "INVALID_FIELD");
        String proposal = "/api/v1/proposals/"
                + json(edge.post(1, PROPOSALS, PAY), 201).at("/id").asText();
        assertProblem(edge.put(1, proposal + "/ballot", "{\"choice\": \"block\"}"), 422, "INVALID_FIELD");
        assertProblem(
                edge.put(1, proposal + "/ballot", "{\"choice\": \"agree\", \"weight\": 9}"), 422, "INVALID_FIELD");
    }

    private static void assertProblem(Response response, int status, String code) throws IOException {
        assertThat(json(response, status).at("/code").asText()).isEqualTo(code);
    }

    private static JsonNode json(Response response, int status) throws IOException {
        try (response) {
            String body = response.readEntity(String.class);
            assertThat(response.getStatus()).as(body).isEqualTo(status);
            return new ObjectMapper().readTree(body);
        }
    }
}
