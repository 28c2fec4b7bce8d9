package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.Choice;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

class ProposedAgainPageTest {
    @OneDatabase
    void whatCouldNotBeCarriedOutIsProposedAgainWithoutTypingItAnew(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            String stuck = blocked(edge, LedgerRefusal.INSUFFICIENT_FUNDS);
            assertThat(edge.page(1, stuck)).contains("There is not enough money", "href=\"" + stuck + "/again\"");
            assertThat(edge.page(6, stuck)).as("others than members").doesNotContain("/again\"");
            assertThat(edge.page(2, stuck + "/again"))
                    .contains("action=\"/pools/village/proposals\"", "value=\"Pay Ana for the room\"")
                    .contains("value=\"120.00\"", "Because *May* is near.", "Save as a draft")
                    .contains("name=\"type\" value=\"pay\"");
            assertThat(status(edge, 6, stuck)).isEqualTo(403);
        }
    }

    @OneDatabase
    void whatTheMembersStoppedOrStillDecideIsNotOfferedOnceMore(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            String stopped = blocked(edge, GovernanceRefusal.STOPPED_BY_MEMBERS);
            assertThat(edge.page(1, stopped)).contains("The members stopped it").doesNotContain("/again\"");
            assertThat(status(edge, 1, stopped)).isEqualTo(404);
            String open = "/proposals/" + edge.village.open();
            assertThat(edge.page(1, open)).doesNotContain("/again\"");
            assertThat(status(edge, 1, open)).isEqualTo(404);
        }
    }

    private static int status(ProposalEdge edge, int person, String proposal) {
        try (Response response = edge.as(person, proposal + "/again").get()) {
            return response.getStatus();
        }
    }

    /** The address of a payment that has passed and met a refusal. */
    private static String blocked(ProposalEdge edge, RefusalCode why) {
        UUID id = edge.village.open();
        edge.village.vote(id, Choice.AGREE, 1, 2, 3);
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        edge.village.hours(24);
        edge.village.decisions.markBlocked(id, new Refused(why), edge.village.clock.instant());
        return "/proposals/" + id;
    }
}
