package coop.pools.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Village;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

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

    @EveryDatabase
    void aDecisionThatMeetsStoppedPayoutsStaysDue(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(144);
        village.closeDue.run(10);
        AtomicBoolean stopped = new AtomicBoolean(true);
        EnactDueDecisions enact = new EnactDueDecisions(
                db.transactions(), village.decisions, village.bodies, decided -> refuse(stopped), village.clock);
        assertThat(enact.run(10)).isZero();
        assertThat(village.state(id)).isEqualTo(ProposalState.DECIDED);
        assertThat(village.decisions.due(village.clock.instant(), 10)).isEmpty();
        stopped.set(false);
        village.hours(1);
        assertThat(enact.run(10)).isEqualTo(1);
        assertThat(village.state(id)).isEqualTo(ProposalState.ENACTED);
    }

    private static void refuse(AtomicBoolean stopped) {
        if (stopped.get()) {
            throw new Refused(LedgerRefusal.BOOK_FROZEN);
        }
    }

    private static void fail(UUID id, UUID broken) {
        if (id.equals(broken)) {
            throw new IllegalStateException("by accident");
        }
    }
}
