package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.VotingRule;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;

class ClosedEarlyPageTest {
    @OneDatabase
    void thePageSaysThatAVoteClosesBeforeItsTimeAndWhyItDid(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            String usual = "/proposals/" + edge.village.open();
            assertThat(edge.page(1, usual)).doesNotContain("before its time");
            edge.village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, false, false)));
            UUID id = edge.village.open();
            assertThat(edge.page(1, "/proposals/" + id))
                    .contains("the vote closes before its time")
                    .doesNotContain("closed early");
            String planned = moment(edge, id, "closesAt");
            edge.village.hours(1);
            String now = edge.village.clock.instant().toString();
            edge.village.vote(id, Choice.AGREE, 1, 2, 3);
            assertThat(edge.page(1, "/proposals/" + id))
                    .contains("Vote, closed early: no ballot still out could change the result", now)
                    .doesNotContain("closes before its time", planned);
            assertThat(moment(edge, id, "closedAt")).isEqualTo(now);
            assertThat(moment(edge, id, "closesAt")).isEqualTo(planned);
        }
    }

    private static String moment(ProposalEdge edge, UUID id, String field) throws Exception {
        String json = edge.as(1, "/api/v1/proposals/" + id).get(String.class);
        return new ObjectMapper().readTree(json).required(field).asText();
    }
}
