package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Village;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;

class UnsponsoredPageTest {
    @OneDatabase
    void aVoteThatNobodyStandsBehindIsNotSaidToOpenInThePast(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            Village village = edge.village;
            village.bodies.askForSponsors(1);
            UUID id = village.proposed().id();
            village.hours(24 * 5);
            String page = "/proposals/" + id;
            assertThat(edge.page(1, page))
                    .contains("Enough must stand behind it")
                    .doesNotContain("The vote opens");
            assertThat(edge.page(1, "/pools/village/proposals"))
                    .contains("Waits for others to stand behind it, until ")
                    .doesNotContain("The vote opens on");
            assertThat(VoteLine.of(village.read.one(id), village.clock.instant())
                            .when())
                    .startsWith("Waits for others to stand behind it, until ");
        }
    }
}
