package coop.pools.governance;

import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An entrenched rule takes two votes; the second one is put to the members once at a time. */
class SecondVotesAtOnceTest {
    private static final Action SECOND = new Action.ChangeRules(Map.of("steward.count", 2));
    private static final Action OTHER = new Action.ChangeRules(Map.of("steward.count", 3));

    @EveryDatabase
    void ofManyAtTheSameMomentOneIsTaken(TestDatabase db) throws Exception {
        Village village = afterTheFirst(db);
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            int author = i;
            all.add(() -> propose(village, author, SECOND));
        }
        assertThat(ManyRequestsAtOnceTest.refusedOf(all))
                .containsOnly("SECOND_VOTE_PROPOSED")
                .hasSize(7);
        assertThat(village.proposals.running(POOL, 100)).hasSize(1);
    }

    @OneDatabase
    void untilItIsOverThereIsNoOther(TestDatabase db) {
        Village village = afterTheFirst(db);
        UUID draft = village.ids.newId();
        village.save.save(member(2), draft, draft(SECOND));
        UUID other = propose(village, 3, OTHER).id();
        Proposal second = propose(village, 1, SECOND);
        refused(() -> propose(village, 1, SECOND));
        refused(() -> village.publish.publish(member(2), draft));
        refused(() -> village.edit.edit(member(3), other, worded(SECOND)));
        assertThat(village.edit.edit(member(1), second.id(), worded(SECOND)).title())
                .as("its own words can be changed")
                .isEqualTo("Other words");
        village.withdraw.withdraw(member(1), second.id());
        assertThat(village.publish.publish(member(2), draft).id()).isEqualTo(draft);
    }

    @OneDatabase
    void firstVotesAreNotHeldUp(TestDatabase db) {
        Village village = afterTheFirst(db);
        propose(village, 1, OTHER);
        propose(village, 2, OTHER);
        assertThat(village.proposals.running(POOL, 100)).hasSize(2);
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessage("SECOND_VOTE_PROPOSED");
    }

    private static Proposal propose(Village village, int author, Action action) {
        return village.propose.propose(member(author), village.ids.newId(), draft(action));
    }

    private static Draft draft(Action action) {
        return new Draft(POOL, "Two stewards", "Better so.", action, Optional.empty());
    }

    private static EditProposal.Edit worded(Action action) {
        Draft draft = draft(action);
        return new EditProposal.Edit("Other words", draft.text(), action, draft.paper(), Optional.empty());
    }

    /** The first vote has passed, and now the second one can be proposed. */
    private static Village afterTheFirst(TestDatabase db) {
        Village village = new Village(db, 9);
        new AdoptBylaws(db.store(SqlBylawsStore.class), village.clock)
                .adopt(POOL.id(), SampleBylaws.EDITIONS.forPool(Editions.DEFAULT_FORM), SampleBylaws.facts(), Map.of());
        Instant now = village.clock.instant();
        FirstVote first = new FirstVote(
                POOL.id(),
                UUID.randomUUID(),
                Map.of("steward.count", 2),
                now.minus(Duration.ofDays(30)),
                now,
                now.plus(Duration.ofDays(30)),
                Optional.empty());
        assertThat(db.store(SqlFirstVoteStore.class).insert(first)).isTrue();
        return village;
    }
}
