package coop.pools.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Village;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.ProposalState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;

class EnactingTest {
    @EveryDatabase
    void aDecisionThatFailsByAccidentHoldsUpNoOther(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID broken = village.open();
        UUID sound = village.open();
        village.vote(broken, Choice.AGREE, 1, 2, 3);
        village.vote(sound, Choice.AGREE, 1, 2, 3);
        village.hours(144);
        village.closeDue.run(10);
        EnactDueDecisions enact = new EnactDueDecisions(
                db.transactions(),
                village.decisions,
                village.bodies,
                decided -> fail(decided.id(), broken),
                village.clock);
        assertThat(enact.run(10)).isEqualTo(1);
        assertThat(village.state(sound)).isEqualTo(ProposalState.ENACTED);
        assertThat(village.state(broken)).isEqualTo(ProposalState.DECIDED);
        assertThat(enact.run(10)).isZero();
    }

    private static void fail(UUID id, UUID broken) {
        if (id.equals(broken)) {
            throw new IllegalStateException("by accident");
        }
    }
}
