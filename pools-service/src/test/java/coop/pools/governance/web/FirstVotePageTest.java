package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.governance.Draft;
import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An entrenched rule takes two votes; the pages of the first one promise no change by it. */
class FirstVotePageTest {
    private static final String NEXT = "The second one can be proposed from";
    private static final String LATER = "The second vote, some weeks later, makes the change";
    private static final Map<String, Object> ENTRENCHED = Map.of("steward.count", 2);

    @OneDatabase
    void theFirstOfTwoVotesSaysThatASecondFollowsAndFromWhen(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            ChangeRules changes = SampleBylaws.changes(edge.village.db::store, edge.village.clock);
            UUID first = passed(edge.village, ENTRENCHED);
            String page = "/proposals/" + first;
            assertThat(edge.page(1, page))
                    .contains("It counts as the first of two votes", "The first of two votes: nothing changes yet")
                    .contains("The second vote can be proposed from")
                    .doesNotContain("It is carried out", "Carried out by itself");
            assertThat(edge.page(1, page + "/count")).contains(NEXT);
            assertThat(VoteLine.of(edge.village.read.one(first), edge.village.clock.instant())
                            .when())
                    .startsWith("Changes nothing yet: the second of two votes from ");
            String told = json(edge, first, "from");
            enact(edge.village, changes, first);
            assertThat(edge.page(1, page + "/count"))
                    .contains("First of two votes passed", NEXT)
                    .doesNotContain("Passed and carried out");
            Instant from = changes.begunBy(first).orElseThrow().secondFrom();
            assertThat(told).isEqualTo(json(edge, first, "from")).isEqualTo(from.toString());
            assertThat(edge.page(1, page)).doesNotContain("Propose the second vote");
            assertThat(goesTo(edge, page + "/second")).as("not yet").endsWith(page);
            until(edge.village, from);
            assertThat(edge.page(1, page)).contains("Propose the second vote", page + "/second");
            assertThat(edge.page(6, page)).as("who is no member").doesNotContain("Propose the second vote");
            assertThat(edge.page(1, page + "/second"))
                    .contains("The second of two votes", "Other rules", "Better so.")
                    .containsPattern("value=\"2\"[^>]*name=\"rule.steward.count\"");
            UUID second = passed(edge.village, ENTRENCHED);
            assertThat(edge.page(1, page))
                    .as("it is there")
                    .contains("See the second vote", "href=\"/proposals/" + second + "\"")
                    .doesNotContain("Propose the second vote", "The second one has to open by");
            assertThat(edge.page(1, "/proposals/" + second))
                    .contains("It is carried out", "Carried out by itself")
                    .doesNotContain("first of two votes");
            enact(edge.village, changes, second);
            assertThat(edge.page(1, "/proposals/" + second))
                    .as("what it did")
                    .containsPattern("href=\"/pools/[a-z-]+/bylaws/2\"[^>]*>Version 2 of the bylaws");
            assertThat(edge.page(1, page))
                    .contains("The second vote made the change")
                    .doesNotContain("Version 2 of the bylaws")
                    .doesNotContain("Propose the second vote");
            assertThat(goesTo(edge, page + "/second"))
                    .as("it has been followed")
                    .endsWith(page);
            assertThat(edge.page(1, page + "/count")).doesNotContain(NEXT);
        }
    }

    @OneDatabase
    void whatIsNotDecidedYetSaysThatItWouldBeTheFirstOfTwo(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            UUID id = proposed(edge.village, ENTRENCHED);
            assertThat(edge.page(1, "/proposals/" + id)).contains(LATER).doesNotContain("Carried out by itself");
            edge.village.hours(48);
            edge.village.openDue.run(10);
            assertThat(edge.page(1, "/proposals/" + id)).contains(LATER).doesNotContain("Carried out by itself");
            UUID ordinary = proposed(edge.village, Map.of("vote.hours", 48));
            assertThat(edge.page(1, "/proposals/" + ordinary))
                    .contains("Carried out by itself")
                    .doesNotContain(LATER);
        }
    }

    @OneDatabase
    void whenItsTimeIsOverTheSecondVoteIsNotSaidToBeStillToCome(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            ChangeRules changes = SampleBylaws.changes(edge.village.db::store, edge.village.clock);
            UUID first = passed(edge.village, ENTRENCHED);
            enact(edge.village, changes, first);
            FirstVote begun = changes.begunBy(first).orElseThrow();
            String page = "/proposals/" + first;
            assertThat(pages(edge, page))
                    .contains(NEXT, "Can be proposed from", "The second vote can be proposed from")
                    .doesNotContain("had to open by");
            until(edge.village, begun.secondFrom());
            assertThat(pages(edge, page))
                    .contains("The second one has to open by", "Has to open by", "The second vote has to open by")
                    .doesNotContain("proposed from", "had to open by");
            until(edge.village, begun.secondUntil().plusSeconds(1));
            assertThat(pages(edge, page))
                    .contains("The second one had to open by", "Had to open by", "The second vote had to open by")
                    .doesNotContain("proposed from", "has to open by");
        }
    }

    private static String pages(ProposalEdge edge, String page) {
        return edge.page(1, page) + edge.page(1, page + "/count");
    }

    private static void until(Village village, Instant when) {
        while (village.clock.instant().isBefore(when)) {
            village.hours(24);
        }
    }

    @OneDatabase
    void anOrdinaryRuleIsCarriedOut(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            UUID id = passed(edge.village, Map.of("vote.hours", 48));
            assertThat(VoteLine.of(edge.village.read.one(id), edge.village.clock.instant())
                            .when())
                    .startsWith("Takes effect ");
            assertThat(json(edge, id, "from")).isEmpty();
            assertThat(edge.page(1, "/proposals/" + id))
                    .contains("It is carried out")
                    .doesNotContain("first of two votes");
            assertThat(edge.page(1, "/proposals/" + id + "/count")).doesNotContain(NEXT);
        }
    }

    private static String goesTo(ProposalEdge edge, String path) {
        try (Response response = edge.as(1, path).get()) {
            return response.getStatus() == 303 ? response.getLocation().getPath() : "answered " + response.getStatus();
        }
    }

    private static String json(ProposalEdge edge, UUID id, String field) throws Exception {
        String json = edge.as(1, "/api/v1/proposals/" + id).get(String.class);
        return new ObjectMapper().readTree(json).path("secondVote").path(field).asText();
    }

    private static UUID proposed(Village village, Map<String, Object> rules) {
        Draft draft = new Draft(
                VillageBodies.POOL, "Other rules", "Better so.", new Action.ChangeRules(rules), Optional.empty());
        return village.propose
                .propose(Village.member(1), village.ids.newId(), draft)
                .id();
    }

    private static UUID passed(Village village, Map<String, Object> rules) {
        UUID id = proposed(village, rules);
        village.hours(48);
        village.openDue.run(10);
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(120);
        village.closeDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        return id;
    }

    private static void enact(Village village, ChangeRules changes, UUID id) {
        village.hours(24);
        Proposal passed = village.proposals.find(id).orElseThrow();
        Instant opened = passed.progress().vote().orElseThrow().openedAt();
        Instant closed = passed.progress().closedAt().orElseThrow();
        village.db.transactions().inTransaction(() -> {
            changes.change(VillageBodies.POOL.id(), ENTRENCHED, new ChangeRules.Passed(id, opened, closed));
            village.proposals.enact(id, village.clock.instant());
        });
    }
}
