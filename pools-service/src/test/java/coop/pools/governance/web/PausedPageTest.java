package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Choice;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;

class PausedPageTest {
    private static final String CLOCK = "Paused by a concern; it ends";

    @OneDatabase
    void aPauseHasItsClockAlsoWhenTheTimeToReconsiderIsOver(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            Village village = edge.village;
            village.nameOmbud.name(village.ids.newId(), VillageBodies.POOL.id(), VillageBodies.person(4));
            UUID id = village.open();
            village.vote(id, Choice.AGREE, 1, 2, 3);
            village.hours(120);
            village.closeDue.run(10);
            village.raise.raise(Village.member(2), id, "The bill looks wrong to me.");
            String page = "/proposals/" + id;
            assertThat(edge.page(1, page)).contains("Passed, cooling off", CLOCK);
            village.hours(25);
            assertThat(edge.page(1, page)).doesNotContain("cooling off").contains(CLOCK);
            village.hours(24 * 7);
            assertThat(edge.page(1, page)).doesNotContain(CLOCK);
        }
    }
}
