package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Topic;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody curious tries while a vote is hidden, and after an anonymous one. */
class HiddenVotesTest {
    private static final int PEOPLE = 12;

    @EveryDatabase
    void theListOfAnAnonymousVoteStandsInAnOrderThatSaysNothing(TestDatabase db) {
        Village village = new Village(db, PEOPLE);
        UUID id = open(village, Shown.AFTER_CLOSE, true);
        for (int number = 1; number <= PEOPLE; number++) {
            village.vote(id, Choice.AGREE, number);
        }
        village.hours(120);
        village.closeDue.run(10);
        List<UUID> listed = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Listing<Ballot> page = village.counts.of(member(1), id, after, 5).ballots();
            page.items().forEach(ballot -> listed.add(ballot.person()));
            assertThat(page.next().map(UUID::getMostSignificantBits))
                    .as("where the next page begins is nobody's id")
                    .isIn(Optional.empty(), Optional.of(0L));
            after = page.next();
        } while (after.isPresent());
        List<UUID> people = new ArrayList<>();
        for (int number = 1; number <= PEOPLE; number++) {
            people.add(person(number));
        }
        assertThat(listed)
                .as("everybody once, in no order of people or times")
                .containsExactlyInAnyOrderElementsOf(people)
                .isNotEqualTo(people);
        assertRefused("NOT_FOUND", () -> village.counts.of(member(1), id, Optional.of(person(3)), 1));
    }

    /** Article 11.5: a member sees how a delegate voted. So nobody has one after the other to look at. */
    @EveryDatabase
    void nobodyLooksIntoAHiddenVoteByNamingOneDelegateAfterTheOther(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.allowDelegates(3);
        give(village, 1, Topic.ALL, 2);
        village.hours(1);
        UUID id = open(village, Shown.AFTER_CLOSE, false);
        village.hours(1);
        village.vote(id, Choice.DISAGREE, 2, 3, 4, 5);
        assertThat(seen(village, id)).as("whom one trusted before").contains(person(2));
        give(village, 1, Topic.ALL, 3);
        assertThat(seen(village, id)).as("and one whom one trusts since").contains(person(3));
        assertRefused("NAMED_ANOTHER_MEANWHILE", () -> give(village, 1, Topic.ALL, 4));
        village.end.end(member(1), POOL, Topic.ALL);
        assertRefused("NAMED_ANOTHER_MEANWHILE", () -> give(village, 1, Topic.ALL, 4));
        assertThat(seen(village, id)).isEmpty();
        give(village, 1, Topic.MONEY, 4);
        assertThat(seen(village, id)).as("it is not about that").isEmpty();
        village.hours(120);
        give(village, 1, Topic.ALL, 5);
    }

    @EveryDatabase
    void whoeverNamesTheSameAgainLooksAtNobodyElse(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.allowDelegates(3);
        UUID id = open(village, Shown.AFTER_VOTING, false);
        village.hours(1);
        give(village, 1, Topic.ALL, 2);
        village.hours(1);
        give(village, 1, Topic.ALL, 2);
        village.vote(id, Choice.AGREE, 2);
        assertThat(seen(village, id)).contains(person(2));
    }

    @EveryDatabase
    void whereTheCountIsShownAnywayDelegatesChangeAsOneLikes(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.allowDelegates(3);
        UUID id = open(village, Shown.LIVE, false);
        village.vote(id, Choice.AGREE, 2, 3, 4);
        village.hours(1);
        for (int number = 2; number <= 4; number++) {
            give(village, 1, Topic.ALL, number);
            village.hours(1);
            assertThat(seen(village, id)).contains(person(number));
        }
    }

    private static UUID open(Village village, Shown shown, boolean anonymous) {
        BallotPaper paper = new BallotPaper(Method.AGREE, List.of(), 1, 1, Reasons.OPTIONAL, 0, shown, anonymous);
        UUID id = village.propose
                .propose(
                        member(1),
                        village.ids.newId(),
                        new Draft(POOL, "How do we feel?", "", new Action.Statement(), paper, Optional.empty()))
                .id();
        village.hours(48);
        village.openDue.run(10);
        return id;
    }

    private static void give(Village village, int from, Topic topic, int to) {
        village.give.give(member(from), POOL, topic, person(to), Optional.empty());
    }

    /** Whose ballot the first member is shown. */
    private static Optional<UUID> seen(Village village, UUID id) {
        return village.delegated
                .castFor(village.read.one(id).proposal(), person(1))
                .flatMap(ReadDelegations.Cast::ballot)
                .map(Ballot::person);
    }
}
