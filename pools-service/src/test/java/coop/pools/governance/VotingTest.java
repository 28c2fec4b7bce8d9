package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class VotingTest {
    @EveryDatabase
    void aPassedPaymentCoolsOffAndIsCarriedOutOnce(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.vote(id, Choice.DISAGREE, 4);
        village.hours(120);
        assertThat(village.closeDue.run(10)).isEqualTo(1);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        assertThat(village.decisions.due(village.clock.instant(), 10)).isEmpty();
        village.hours(24);
        Instant now = village.clock.instant();
        assertThat(village.state(id)).isEqualTo(ProposalState.DECIDED);
        assertThat(village.decisions.due(now, 10)).containsExactly(id);
        assertThat(village.decisions.markEnacted(id, now)).isTrue();
        assertThat(village.decisions.markEnacted(id, now)).isFalse();
        assertThat(village.decisions.markBlocked(id, new Refused(GovernanceRefusal.MEMBERS_ONLY), now))
                .isFalse();
        assertThat(village.state(id)).isEqualTo(ProposalState.ENACTED);
        assertThat(village.decisions.due(now, 10)).isEmpty();
    }

    @EveryDatabase
    void whoIsSilentIsLeftOutOfTheQuorumAndMayVoteAllTheSame(TestDatabase db) {
        Village village = new Village(db, 20);
        village.bodies.silence(16);
        UUID id = village.open();
        Vote vote = village.proposals.find(id).orElseThrow().progress().vote().orElseThrow();
        assertThat(vote.electorate()).isEqualTo(20);
        assertThat(vote.quorumBase()).isEqualTo(4);
        village.bodies.silence(0);
        village.vote(id, Choice.AGREE, 17, 18, 19);
        village.hours(120);
        village.closeDue.run(10);
        Outcome outcome =
                village.proposals.find(id).orElseThrow().progress().outcome().orElseThrow();
        assertThat(outcome.neededForQuorum()).as("of four, and not of twenty").isEqualTo(3);
        assertThat(outcome.passed()).isTrue();
    }

    @EveryDatabase
    void aDecisionThatCannotBeCarriedOutIsBlockedWithItsReason(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(144);
        village.closeDue.run(10);
        Instant now = village.clock.instant();
        Refused reason = new Refused(GovernanceRefusal.TEXT_LENGTH, Map.of("field", "x", "most", 5L));
        assertThat(village.decisions.take(id, now)).isPresent();
        assertThat(village.decisions.markBlocked(id, reason, now)).isTrue();
        Blocked blocked = village.read.one(id).proposal().progress().blocked().orElseThrow();
        assertThat(blocked.code()).isEqualTo("TEXT_LENGTH");
        assertThat(blocked.facts()).containsEntry("field", "x").containsEntry("most", 5);
        assertThat(village.state(id)).isEqualTo(ProposalState.BLOCKED);
        assertThat(village.decisions.take(id, now)).isEmpty();
    }

    @EveryDatabase
    void theOutcomeIsKnownAtTheClosingTimeWithoutTheJob(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.DISAGREE, 1, 2);
        village.vote(id, Choice.ABSTAIN, 3);
        village.hours(120);
        ProposalView early = village.read.one(id);
        assertThat(early.state()).isEqualTo(ProposalState.REJECTED);
        assertThat(village.stored(id)).isEmpty();
        village.closeDue.run(10);
        assertThat(village.stored(id)).isEqualTo(early.outcome());
        assertThat(village.read.one(id).enactsAt()).isEmpty();
        assertThat(village.decisions.due(village.clock.instant().plus(Duration.ofDays(9)), 10))
                .isEmpty();
    }

    @EveryDatabase
    void tooFewBallotsLetAProposalExpire(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2);
        village.hours(120);
        village.closeDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.EXPIRED);
    }

    @EveryDatabase
    void ballotsAreTakenOnlyWhileTheVoteIsOpen(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.proposed().id();
        assertRefused("VOTING_NOT_OPEN", () -> village.vote(id, Choice.AGREE, 1));
        village.hours(48);
        village.vote(id, Choice.AGREE, 1);
        assertThat(village.proposals.find(id).orElseThrow().progress().vote()).isPresent();
        assertThat(village.openDue.run(10)).isZero();
        village.hours(120);
        assertRefused("VOTING_CLOSED", () -> village.vote(id, Choice.AGREE, 2));
        village.closeDue.run(10);
        assertRefused("VOTING_CLOSED", () -> village.vote(id, Choice.AGREE, 2));
        assertRefused("VOTING_CLOSED", () -> village.takeBack.withdraw(member(1), id));
        assertRefused("NOT_FOUND", () -> village.vote(village.ids.newId(), Choice.AGREE, 2));
        assertThat(village.recount(id)).isEqualTo(new BallotCount(1, 0, 0));
    }

    @EveryDatabase
    void onlyTheElectorateOfTheOpeningVotesAndOnlyWhileTheyAreMembers(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.bodies.join(person(6));
        village.bodies.leave(person(2));
        assertRefused("NOT_IN_ELECTORATE", () -> village.vote(id, Choice.AGREE, 6));
        assertRefused("MEMBERS_ONLY", () -> village.vote(id, Choice.AGREE, 2));
        assertRefused("SIGN_IN_REQUIRED", () -> village.cast.cast(Caller.guest("g"), id, Choice.AGREE, ""));
        village.vote(id, Choice.AGREE, 1);
        assertThat(village.counts.of(member(1), id, Optional.empty(), 10).people())
                .isEqualTo(5);
        assertThat(village.standing.of(member(6), id)).isEqualTo(standing(true, false));
        assertThat(village.standing.of(member(2), id)).isEqualTo(standing(false, false));
        assertThat(village.standing.of(member(3), id)).isEqualTo(standing(true, true));
        assertThat(village.standing.of(Caller.guest("g"), id)).isEqualTo(standing(false, false));
    }

    @EveryDatabase
    void theLatestBallotCountsAndEarlierOnesStayOnRecord(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.cast.cast(member(1), id, Choice.AGREE, "yes");
        village.cast.cast(member(1), id, Choice.AGREE, "yes");
        Ballot second = village.cast.cast(member(1), id, Choice.DISAGREE, "no");
        assertThat(second.revision()).isEqualTo(2);
        assertThat(village.recount(id)).isEqualTo(new BallotCount(0, 1, 0));
        village.takeBack.withdraw(member(1), id);
        village.takeBack.withdraw(member(1), id);
        village.takeBack.withdraw(member(2), id);
        assertThat(village.recount(id)).isEqualTo(BallotCount.NONE);
        assertThat(village.standing.of(member(1), id).ballot()).isEmpty();
        assertThat(village.cast.cast(member(1), id, Choice.ABSTAIN, "").revision())
                .isEqualTo(4);
        assertThat(village.recount(id)).isEqualTo(new BallotCount(0, 0, 1));
    }

    @EveryDatabase
    void theRuleIsFrozenAtTheOpening(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.bodies.rules(VillageBodies.rule(0, 0));
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(120);
        village.closeDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        Count count = village.counts.of(member(1), id, Optional.empty(), 10);
        assertThat(count.rule()).isEqualTo(VillageBodies.rule(48, 24));
    }

    @EveryDatabase
    void aLateOpeningGivesTheFullTimeToVote(TestDatabase db) {
        Village village = new Village(db, 5);
        Proposal onTime = village.proposed();
        village.clock.advance(Duration.ofMinutes(48 * 60 + 59));
        village.openDue.run(10);
        assertThat(vote(village, onTime.id()).closesAt())
                .isEqualTo(onTime.opensAt().plus(Duration.ofHours(120)));
        Proposal late = village.proposed();
        village.hours(72);
        village.openDue.run(10);
        assertThat(vote(village, late.id()).closesAt())
                .isEqualTo(village.clock.instant().plus(Duration.ofHours(120)));
    }

    @EveryDatabase
    void whatTheBodyCanNoLongerTakeIsBlockedInsteadOfOpened(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.proposed().id();
        village.hours(48);
        village.bodies.refuse(GovernanceRefusal.AMOUNT_NOT_POSITIVE);
        assertRefused("PROPOSAL_BLOCKED", () -> village.vote(id, Choice.AGREE, 1));
        assertThat(village.openDue.run(10)).isEqualTo(1);
        assertThat(village.state(id)).isEqualTo(ProposalState.BLOCKED);
        assertThat(village.openDue.run(10)).isZero();
        assertRefused("PROPOSAL_BLOCKED", () -> village.vote(id, Choice.AGREE, 1));
        assertRefused("PROPOSAL_BLOCKED", () -> village.withdraw.withdraw(member(1), id));
    }

    @EveryDatabase
    void theCountCanBeReplayedPageByPage(TestDatabase db) {
        Village village = new Village(db, 9);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 3, 5);
        village.vote(id, Choice.DISAGREE, 2, 4);
        village.cast.cast(member(6), id, Choice.ABSTAIN, "unsure");
        village.takeBack.withdraw(member(5), id);
        Count first = village.counts.of(member(1), id, Optional.empty(), 3);
        Count second = village.counts.of(member(1), id, first.ballots().next(), 3);
        assertThat(first.ballots().items()).extracting(Ballot::person).containsExactly(person(1), person(2), person(3));
        assertThat(second.ballots().items()).extracting(Ballot::person).containsExactly(person(4), person(6));
        assertThat(second.ballots().items().get(1).reason()).isEqualTo("unsure");
        assertThat(second.ballots().next()).isEmpty();
        assertThat(village.counts
                        .of(Caller.guest("g"), id, first.ballots().next(), 3)
                        .ballots()
                        .items())
                .extracting(Ballot::reason)
                .containsOnly("");
        Outcome running = second.result().orElseThrow();
        assertThat(running.ballots()).isEqualTo(new BallotCount(2, 2, 1));
        assertThat(running.neededForQuorum()).isEqualTo(3);
        assertThat(running.neededToPass()).isEqualTo(3);
        assertThat(second.electorate()).hasSize(1);
        UUID unopened = village.proposed().id();
        assertThat(village.counts.of(member(1), unopened, Optional.empty(), 3).result())
                .isEmpty();
    }

    @EveryDatabase
    void ballotsAndElectoratesCannotBeRewritten(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1);
        for (String sql : new String[] {
            "update ballot set choice = 'disagree'",
            "delete from ballot",
            "update electorate_part set roster_version = 9"
        }) {
            assertThatThrownBy(() -> db.jdbi().useHandle(handle -> handle.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("append-only");
        }
    }

    private static Vote vote(Village village, UUID id) {
        return village.read.one(id).vote().orElseThrow();
    }

    private static ReadStanding.Standing standing(boolean member, boolean elector) {
        return new ReadStanding.Standing(member, elector, Optional.empty(), false);
    }
}
