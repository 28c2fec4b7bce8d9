package coop.pools.governance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.ReadProposals.Sought;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The votes of several bodies on one thing each are found at once. */
class SoughtVotesTest {
    private static final BodyRef ELSEWHERE = BodyRef.flood(new UUID(4, 4));
    private static final Action ALLOCATE = new Action.CloseBucket("tent");
    private static final Action OTHER = new Action.CloseBucket("stove");

    @EveryDatabase
    void aVoteIsFoundHoweverManyOthersRun(TestDatabase db) {
        Village village = new Village(db, 3);
        Sought sought = new Sought(VillageBodies.POOL, ALLOCATE);
        assertThat(village.read.running(Set.of(sought))).isEmpty();
        for (int author : List.of(1, 2, 3)) {
            for (int i = 0; i < 8; i++) {
                village.propose.propose(
                        Village.member(author), village.ids.newId(), Village.draft(new Action.Statement()));
            }
        }
        village.hours(1);
        Proposal wanted = village.propose.propose(Village.member(1), village.ids.newId(), Village.draft(ALLOCATE));
        assertThat(village.read.running(VillageBodies.POOL, 20))
                .noneMatch(view -> view.proposal().id().equals(wanted.id()));
        assertThat(village.read.running(Set.of(sought)).get(sought).proposal().id())
                .isEqualTo(wanted.id());
    }

    @EveryDatabase
    void onlyThatVoteIsFoundAndOnlyUntilItIsOver(TestDatabase db) {
        Village village = new Village(db, 3);
        Sought sought = new Sought(VillageBodies.POOL, ALLOCATE);
        Set<Sought> all = Set.of(sought, new Sought(ELSEWHERE, ALLOCATE), new Sought(ELSEWHERE, OTHER));
        village.propose.propose(Village.member(1), village.ids.newId(), Village.draft(OTHER));
        assertThat(village.read.running(all))
                .as("of the right body, and of another action")
                .isEmpty();
        Proposal first = village.propose.propose(Village.member(1), village.ids.newId(), Village.draft(ALLOCATE));
        village.hours(1);
        village.propose.propose(Village.member(2), village.ids.newId(), Village.draft(ALLOCATE));
        assertThat(village.read.running(all)).containsOnlyKeys(sought);
        assertThat(village.read.running(all).get(sought).proposal().id())
                .as("the nearest")
                .isEqualTo(first.id());
        village.withdraw.withdraw(Village.member(1), first.id());
        assertThat(village.read.running(all).get(sought).proposal().id()).isNotEqualTo(first.id());
        assertThat(village.read.running(Set.of())).isEmpty();
    }
}
