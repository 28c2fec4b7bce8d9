package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.VotingRule;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class DelegatingTest {
    @EveryDatabase
    void aDelegateVotesForThoseWhoDoNotVoteThemselves(TestDatabase db) {
        Village village = village(db, 8);
        give(village, 1, Topic.MONEY, 2);
        give(village, 2, Topic.ALL, 3);
        give(village, 4, Topic.MONEY, 3);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 3);
        village.vote(id, Choice.DISAGREE, 4);
        assertThat(now(village, id)).isEqualTo(new BallotCount(3, 1, 0));
        assertThat(village.delegated
                        .castFor(proposal(village, id), person(1))
                        .orElseThrow()
                        .voter())
                .isEqualTo(person(3));
        village.vote(id, Choice.DISAGREE, 2);
        assertThat(now(village, id)).isEqualTo(new BallotCount(1, 3, 0));
        village.hours(120);
        village.closeDue.run(10);
        assertThat(village.stored(id).orElseThrow().ballots()).isEqualTo(new BallotCount(1, 3, 0));
        assertThat(village.read.one(id).outcome()).contains(village.count.recount(proposal(village, id)));
    }

    @EveryDatabase
    void whatIsEndedBeforeTheCloseDoesNotCountAndWhatIsEndedLaterDoes(TestDatabase db) {
        Village village = village(db, 5);
        give(village, 1, Topic.MONEY, 2);
        give(village, 3, Topic.MONEY, 2);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 2);
        village.hours(119);
        village.end.end(member(1), POOL, Topic.MONEY);
        village.hours(1);
        village.end.end(member(3), POOL, Topic.MONEY);
        village.hours(5);
        village.closeDue.run(10);
        assertThat(village.stored(id).orElseThrow().ballots()).isEqualTo(new BallotCount(2, 0, 0));
        assertThat(village.count.recount(proposal(village, id)))
                .isEqualTo(village.stored(id).orElseThrow());
        assertThat(village.state(id)).isEqualTo(ProposalState.EXPIRED);
    }

    @EveryDatabase
    void aTopicTakenBackIsVotedOnInPersonAlthoughThereIsOneForAll(TestDatabase db) {
        Village village = village(db, 5);
        give(village, 1, Topic.ALL, 2);
        village.hours(1);
        village.end.end(member(1), POOL, Topic.MONEY);
        assertThat(mine(village, 1, Topic.MONEY)).isEmpty();
        assertThat(mine(village, 1, Topic.RULES)).contains(person(2));
        village.hours(1);
        give(village, 1, Topic.ALL, 3);
        assertThat(mine(village, 1, Topic.MONEY)).contains(person(3));
    }

    @EveryDatabase
    void theNarrowestTopicCounts(TestDatabase db) {
        Village village = village(db, 6);
        give(village, 1, Topic.ALL, 2);
        give(village, 1, Topic.MONEY, 3);
        give(village, 1, Topic.ofBucket("garden"), 4);
        assertThat(mine(village, 1, Topic.ofBucket("garden"))).contains(person(4));
        assertThat(mine(village, 1, Topic.ofBucket("choir"))).contains(person(3));
        assertThat(mine(village, 1, Topic.MONEY)).contains(person(3));
        assertThat(mine(village, 1, Topic.MEMBERS)).contains(person(2));
    }

    @EveryDatabase
    void noCircleIsMadeAndNobodyHoldsTooMany(TestDatabase db) {
        Village village = village(db, 9);
        give(village, 1, Topic.MONEY, 2);
        give(village, 2, Topic.ALL, 3);
        assertRefused("DELEGATION_IN_CIRCLE", () -> give(village, 3, Topic.MONEY, 1));
        assertRefused("DELEGATION_IN_CIRCLE", () -> give(village, 3, Topic.ALL, 1));
        give(village, 3, Topic.RULES, 1);
        give(village, 4, Topic.MONEY, 3);
        assertRefused("DELEGATE_HOLDS_ENOUGH", () -> give(village, 5, Topic.MONEY, 3));
        assertRefused("DELEGATE_HOLDS_ENOUGH", () -> give(village, 5, Topic.ALL, 2));
        give(village, 5, Topic.MEMBERS, 3);
        assertThat(village.delegated.on(member(3), POOL, Topic.MONEY).heldByMe())
                .isEqualTo(3);
    }

    @EveryDatabase
    void onlyOtherMembersForLimitedTimesAndOnlyWhereTheBylawsAllow(TestDatabase db) {
        Village village = village(db, 5);
        assertRefused("DELEGATE_NOT_FIT", () -> give(village, 1, Topic.ALL, 1));
        assertRefused("DELEGATE_NOT_FIT", () -> give(village, 1, Topic.ALL, 99));
        assertRefused("MEMBERS_ONLY", () -> give(village, 99, Topic.ALL, 1));
        assertRefused(
                "DELEGATION_TOO_LONG",
                () -> village.give.give(member(1), POOL, Topic.ALL, person(2), Optional.of(181)));
        village.give.give(member(1), POOL, Topic.ALL, person(2), Optional.of(1));
        village.hours(24);
        assertThat(mine(village, 1, Topic.ALL)).isEmpty();
        Village strict = new Village(db, 5);
        assertRefused("DELEGATION_NOT_ALLOWED", () -> give(strict, 1, Topic.ALL, 2));
    }

    @EveryDatabase
    void delegatesFromOutsideTheElectorateLeadNowhere(TestDatabase db) {
        Village village = village(db, 5);
        give(village, 1, Topic.MONEY, 2);
        give(village, 2, Topic.MONEY, 3);
        village.bodies.leave(person(2));
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 3);
        assertThat(now(village, id)).isEqualTo(new BallotCount(1, 0, 0));
    }

    @EveryDatabase
    void whoWouldGainAbstainsWhereTheBylawsSaySo(TestDatabase db) {
        Village village = village(db, 6);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(true, true, true)));
        village.bodies.favour(person(1), person(5));
        give(village, 5, Topic.MONEY, 2);
        UUID id = village.open();
        assertRefused("MUST_ABSTAIN", () -> village.vote(id, Choice.AGREE, 1));
        village.vote(id, Choice.ABSTAIN, 1);
        assertRefused(
                "MUST_ABSTAIN",
                () -> village.cast.cast(
                        member(3), id, new NewBallot(coop.pools.governance.domain.Mark.of(Choice.AGREE), "", true)));
        village.vote(id, Choice.AGREE, 2);
        assertThat(now(village, id)).isEqualTo(new BallotCount(1, 0, 1));
    }

    /** A Pool of one may pay its only member: nobody else is there to decide it. */
    @EveryDatabase
    void whereAllWouldGainEachMayVote(TestDatabase db) {
        for (int people = 1; people <= 3; people++) {
            Village village = new Village(db, people);
            village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(true, true, true)));
            UUID[] all = new UUID[people];
            for (int i = 0; i < people; i++) {
                all[i] = person(i + 1);
            }
            village.bodies.favour(all);
            UUID id = village.open();
            village.vote(id, Choice.AGREE, 1);
            assertThat(now(village, id)).isEqualTo(new BallotCount(1, 0, 0));
        }
    }

    @EveryDatabase
    void aFinalBallotStandsAndACertainVoteClosesAtOnce(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, false, false)));
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2);
        village.vote(id, Choice.AGREE, 1);
        assertRefused("BALLOT_IS_FINAL", () -> village.vote(id, Choice.DISAGREE, 1));
        assertRefused("BALLOT_IS_FINAL", () -> village.takeBack.withdraw(member(1), id));
        assertThat(village.state(id)).isEqualTo(ProposalState.VOTING);
        village.vote(id, Choice.AGREE, 3);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        assertThat(village.read.one(id).enactsAt())
                .contains(village.clock.instant().plus(java.time.Duration.ofHours(24)));
        assertRefused("VOTING_CLOSED", () -> village.vote(id, Choice.AGREE, 4));
    }

    /** They can still vote themselves, and otherwise than their delegates. */
    @EveryDatabase
    void thoseForWhomOthersVoteAreStillOutWhenACertainVoteCloses(TestDatabase db) {
        Village village = village(db, 7);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, true, false)));
        give(village, 5, Topic.ALL, 1);
        give(village, 6, Topic.ALL, 1);
        give(village, 7, Topic.ALL, 2);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2, 3);
        assertThat(village.read.one(id).closedEarly()).isFalse();
        assertThat(village.state(id)).isEqualTo(ProposalState.VOTING);
        village.hours(1);
        village.vote(id, Choice.AGREE, 6);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        assertThat(village.read.one(id).closedEarly()).isTrue();
        assertThat(village.read.one(id).endsAt()).contains(village.clock.instant());
        assertRefused("VOTING_CLOSED", () -> village.vote(id, Choice.DISAGREE, 5));
        assertThat(village.stored(id).orElseThrow().ballots())
                .as("delegates count at the moment of the close")
                .isEqualTo(new BallotCount(6, 0, 0));
        village.hours(200);
        assertThat(village.recount(id).cast()).isEqualTo(4);
        assertThat(village.count
                        .recount(village.proposals.find(id).orElseThrow())
                        .ballots())
                .isEqualTo(new BallotCount(6, 0, 0));
    }

    /** What a delegate's ballot counts for others can go another way as long as they have not voted. */
    @EveryDatabase
    void aVoteWithOptionsClosesWhenNobodyWhoIsLeftCouldChangeIt(TestDatabase db) {
        Village village = village(db, 7);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, true, false)));
        give(village, 6, Topic.ALL, 1);
        UUID id = LiveCountsTest.options(village);
        choose(village, id, 1, 1);
        choose(village, id, 1, 2);
        choose(village, id, 0, 3);
        choose(village, id, 1, 4);
        village.cast.cast(member(5), id, Choice.ABSTAIN, "");
        assertThat(village.state(id)).as("3 to 1 and two are left").isEqualTo(ProposalState.VOTING);
        village.closeDue.run(10);
        assertThat(village.state(id)).as("3 to 1 and two are left").isEqualTo(ProposalState.VOTING);
        choose(village, id, 1, 7);
        assertThat(village.state(id))
                .as("papers are not counted while ballots come in")
                .isEqualTo(ProposalState.VOTING);
        village.closeDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        assertThat(village.read.one(id).closedEarly()).isTrue();
        assertThat(village.stored(id).orElseThrow().winners()).containsExactly(1);
        assertRefused("VOTING_CLOSED", () -> choose(village, id, 0, 6));
    }

    private static void choose(Village village, UUID id, int place, int member) {
        List<Integer> marks = place == 0 ? List.of(1, 0) : List.of(0, 1);
        village.cast.cast(member(member), id, new NewBallot(Mark.of(marks), "", false));
    }

    private static Village village(TestDatabase db, int people) {
        Village village = new Village(db, people);
        village.bodies.allowDelegates(3);
        return village;
    }

    private static void give(Village village, int from, Topic topic, int to) {
        village.give.give(member(from), POOL, topic, person(to), Optional.empty());
    }

    private static Optional<UUID> mine(Village village, int number, Topic topic) {
        return village.delegated.on(member(number), POOL, topic).mine().flatMap(d -> d.delegate());
    }

    private static Proposal proposal(Village village, UUID id) {
        return village.read.one(id).proposal();
    }

    private static BallotCount now(Village village, UUID id) {
        return village.counts
                .of(member(1), id, Optional.empty(), 10)
                .result()
                .orElseThrow()
                .ballots();
    }
}
