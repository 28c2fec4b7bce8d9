package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.draft;
import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.Topic;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How much one person can put before others; never does it keep another from anything. */
class NobodyDrownsOthersTest {
    @EveryDatabase
    void aMemberHasSoManyProposalsOnTheirWayAndTheOthersHaveTheirs(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID first = village.proposed().id();
        for (int made = 1; made < Restraint.MOST_OF_MEMBERS; made++) {
            village.proposed();
        }
        assertRefused("PROPOSALS_TOO_MANY", village::proposed);
        UUID kept = village.ids.newId();
        village.save.save(member(1), kept, draft(Village.PAY));
        assertRefused("PROPOSALS_TOO_MANY", () -> village.publish.publish(member(1), kept));
        village.propose.propose(member(2), village.ids.newId(), draft(Village.PAY));
        assertThat(village.propose.propose(member(1), first, draft(Village.PAY)).id())
                .as("the same once more is no other")
                .isEqualTo(first);
        village.hours(25);
        assertRefused("PROPOSALS_TOO_MANY", village::proposed);
        village.hours(23);
        village.openDue.run(100);
        assertRefused("PROPOSALS_TOO_MANY", village::proposed);
        village.hours(120);
        village.closeDue.run(100);
        assertThat(village.proposed()).isNotNull();
        assertThat(village.publish.publish(member(1), kept)).isNotNull();
    }

    @EveryDatabase
    void nobodyHidesWhatOthersProposeBehindTheirOwn(TestDatabase db) {
        Village village = new Village(db, 5);
        for (int made = 0; made < 6; made++) {
            village.proposed();
        }
        village.hours(1);
        UUID other = village.propose
                .propose(member(2), village.ids.newId(), draft(Village.PAY))
                .id();
        assertThat(village.read.running(POOL, 4))
                .extracting(view -> view.proposal().author())
                .containsExactly(person(1), person(1), person(1), person(2));
        assertThat(village.read.running(POOL, 20)).hasSize(7);
        assertThat(village.proposals.passed(POOL, 10)).isEmpty();
        village.hours(48);
        village.openDue.run(100);
        village.vote(other, Choice.AGREE, 1, 2, 3);
        village.hours(120);
        village.closeDue.run(100);
        assertThat(village.proposals.passed(POOL, 10))
                .extracting(one -> one.id())
                .containsExactly(other);
    }

    @EveryDatabase
    void whatIsWithdrawnCountsForADay(TestDatabase db) {
        Village village = new Village(db, 5);
        for (int made = 0; made < Restraint.MOST_OF_MEMBERS; made++) {
            village.withdraw.withdraw(member(1), village.proposed().id());
        }
        assertRefused("PROPOSALS_TOO_MANY", village::proposed);
        village.hours(24);
        assertThat(village.proposed()).isNotNull();
    }

    @EveryDatabase
    void whoeverIsNoMemberAsksFewTimes(TestDatabase db) {
        Village village = new Village(db, 5);
        for (int asked = 0; asked < Restraint.MOST_OF_OTHERS; asked++) {
            UUID id = village.ids.newId();
            village.ask.ask(person(9), id, POOL.id(), "");
            village.ask.takeBack(id);
        }
        assertRefused("PROPOSALS_TOO_MANY", () -> village.ask.ask(person(9), village.ids.newId(), POOL.id(), ""));
        village.ask.ask(person(8), village.ids.newId(), POOL.id(), "");
        village.hours(24);
        village.ask.ask(person(9), village.ids.newId(), POOL.id(), "");
    }

    @EveryDatabase
    void aMemberWritesSoManyCommentsADayAndCallsOthersByFewer(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        UUID id = village.proposed().id();
        UUID said = village.ids.newId();
        village.say(1, said, id, Optional.empty(), "@Person 2, look");
        for (int written = 1; written < Restraint.MOST_COMMENTS; written++) {
            village.say(1, village.ids.newId(), id, Optional.empty(), "@Person 2, look");
        }
        assertThat(village.told).hasSize(Restraint.MOST_CALLING);
        assertRefused("COMMENTS_TOO_MANY", () -> village.say(1, village.ids.newId(), id, Optional.empty(), "And this"));
        village.say(1, said, id, Optional.empty(), "@Person 2, look");
        village.say(2, village.ids.newId(), id, Optional.empty(), "@Person 1, enough");
        assertThat(village.told).hasSize(Restraint.MOST_CALLING + 1);
        village.hours(24);
        village.say(1, village.ids.newId(), id, Optional.empty(), "And this");
    }

    @EveryDatabase
    void topicsThatSomebodyMakesUpAreFew(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.allowDelegates(3);
        given(village, Topic.ALL, 1);
        for (int made = 2; made < GiveDelegation.MOST_TOPICS; made++) {
            given(village, Topic.ofBucket("no-" + made), 1);
        }
        village.end.end(member(1), POOL, Topic.ofBucket("none"));
        assertRefused("DELEGATIONS_TOO_MANY", () -> village.end.end(member(1), POOL, Topic.ofBucket("nil")));
        assertRefused(
                "DELEGATIONS_TOO_MANY",
                () -> village.give.give(member(1), POOL, Topic.ofBucket("nil"), person(2), Optional.empty()));
        village.end.end(member(1), POOL, Topic.ALL);
        for (int revision = 3; revision < 44; revision++) {
            given(village, Topic.ALL, revision);
        }
        assertRefused(
                "DELEGATIONS_TOO_MANY",
                () -> village.give.give(member(1), POOL, Topic.ALL, person(2), Optional.empty()));
        village.give.give(member(3), POOL, Topic.ALL, person(4), Optional.empty());
        village.hours(25);
        village.give.give(member(1), POOL, Topic.ALL, person(2), Optional.empty());
    }

    private static void given(Village village, Topic topic, int revision) {
        Instant now = village.clock.instant();
        village.delegations.append(
                POOL.id(),
                new Delegation(
                        person(1),
                        topic,
                        revision,
                        Optional.of(person(2)),
                        now,
                        Optional.of(now.plus(Duration.ofDays(9)))));
    }

    @EveryDatabase
    void aBallotIsChangedAThousandTimesAtMost(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1);
        db.jdbi().useHandle(handle -> handle.execute("""
                insert into ballot (proposal_id, person_id, revision, choice, block, reason, interest, nonce, cast_at)
                select proposal_id, person_id, r, choice, block, reason, interest, nonce, cast_at
                from ballot, unnest(?) as n (r)
                """, (Object) revisions()));
        assertRefused("BALLOT_CHANGED_TOO_OFTEN", () -> village.vote(id, Choice.DISAGREE, 1));
        village.vote(id, Choice.AGREE, 1);
        village.vote(id, Choice.DISAGREE, 2);
    }

    private static Integer[] revisions() {
        Integer[] revisions = new Integer[Restraint.MOST_REVISIONS - 1];
        for (int i = 0; i < revisions.length; i++) {
            revisions[i] = i + 2;
        }
        return revisions;
    }
}
