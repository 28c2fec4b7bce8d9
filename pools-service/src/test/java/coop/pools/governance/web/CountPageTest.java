package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Choice;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;

class CountPageTest {
    @OneDatabase
    void theSumsAreInPeopleAndSayWhetherTheVoteIsOver(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            UUID id = edge.village.open();
            edge.village.vote(id, Choice.AGREE, 1, 2);
            edge.village.vote(id, Choice.DISAGREE, 3);
            String count = "/proposals/" + id + "/count";
            assertThat(edge.page(1, count))
                    .contains("5 people may vote")
                    .contains("3 people of 5 have to vote; 3 have. Enough so far.")
                    .contains("3 agree or disagree; at least 2 have to agree (more than 50 %). 2 do. Enough so far.")
                    .contains("If the vote closed now: passed.")
                    .as("on a phone, too, it says what stands there")
                    .containsPattern("data-label=\"Why\" class=\"[^\"]*\\bnamed\\b");
            assertThat(edge.page(1, count)).contains("No reason given").doesNotContain("Members can read why");
            assertThat(edge.page(0, count))
                    .as("whether they gave one is not for others")
                    .contains("Members can read why")
                    .doesNotContain("No reason given");
            edge.village.hours(120);
            assertThat(edge.page(1, count))
                    .contains("3 people of 5 had to vote; 3 did. Enough.")
                    .contains("3 agreed or disagreed; at least 2 had to agree (more than 50 %). 2 did. Enough.")
                    .contains("Passed.");
            assertThat(edge.page(1, "/proposals/" + id))
                    .contains("Passed, cooling off")
                    .contains("It is carried out in");
            UUID unopened = edge.village.proposed().id();
            assertThat(edge.page(0, "/proposals/" + unopened + "/count")).contains("Nothing to count yet");
        }
    }
}
