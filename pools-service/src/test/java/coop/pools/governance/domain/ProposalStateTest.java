package coop.pools.governance.domain;

import static coop.pools.governance.domain.ProposalState.BLOCKED;
import static coop.pools.governance.domain.ProposalState.COOLING_OFF;
import static coop.pools.governance.domain.ProposalState.DECIDED;
import static coop.pools.governance.domain.ProposalState.DISCUSSION;
import static coop.pools.governance.domain.ProposalState.ENACTED;
import static coop.pools.governance.domain.ProposalState.EXPIRED;
import static coop.pools.governance.domain.ProposalState.REJECTED;
import static coop.pools.governance.domain.ProposalState.VOTING;
import static coop.pools.governance.domain.ProposalState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.BasisPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalStateTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OPENS = CREATED.plus(Duration.ofHours(48));
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(120));
    private static final Instant ENACTS = CLOSES.plus(Duration.ofHours(24));
    private static final VotingRule RULE =
            new VotingRule(new BasisPoints(5000), VotingRule.Base.CAST, new BasisPoints(2000), 3, 48, 120, 24);
    private static final Vote VOTE = new Vote(OPENS, RULE, 10, CLOSES);
    private static final Outcome PASSED = Tally.of(10, new BallotCount(3, 0, 0), RULE);
    private static final Outcome VOTED_DOWN = Tally.of(10, new BallotCount(1, 2, 0), RULE);
    private static final Outcome TOO_FEW = Tally.of(10, new BallotCount(2, 0, 0), RULE);

    @Test
    void anUnopenedProposalIsInDiscussionUntilItsVoteMayOpen() {
        assertThat(state(Progress.NONE, Optional.empty(), just(OPENS))).isEqualTo(DISCUSSION);
        assertThat(state(Progress.NONE, Optional.empty(), OPENS)).isEqualTo(VOTING);
    }

    @Test
    void anOpenedVoteEndsAtItsClosingTimeWithoutAnyJob() {
        assertThat(state(opened(), Optional.empty(), just(CLOSES))).isEqualTo(VOTING);
        assertThat(state(opened(), Optional.of(PASSED), CLOSES)).isEqualTo(COOLING_OFF);
        assertThat(state(opened(), Optional.of(VOTED_DOWN), CLOSES)).isEqualTo(REJECTED);
        assertThat(state(opened(), Optional.of(TOO_FEW), CLOSES)).isEqualTo(EXPIRED);
    }

    @Test
    void aPassedProposalCoolsOffAndIsThenDue() {
        assertThat(state(closed(PASSED), Optional.of(PASSED), just(ENACTS))).isEqualTo(COOLING_OFF);
        assertThat(state(closed(PASSED), Optional.of(PASSED), ENACTS)).isEqualTo(DECIDED);
    }

    @Test
    void whatHasBeenCarriedOutOrBlockedOrTakenBackStaysSo() {
        Progress enacted = new Progress(
                Optional.of(VOTE),
                Optional.of(CLOSES),
                Optional.of(PASSED),
                Optional.of(ENACTS),
                Optional.empty(),
                Optional.empty());
        assertThat(state(enacted, Optional.of(PASSED), ENACTS)).isEqualTo(ENACTED);
        Blocked reason = new Blocked("PAYEE_NOT_READY", Map.of(), ENACTS);
        Progress blocked = new Progress(
                Optional.of(VOTE),
                Optional.of(CLOSES),
                Optional.of(PASSED),
                Optional.empty(),
                Optional.of(reason),
                Optional.empty());
        assertThat(state(blocked, Optional.of(PASSED), ENACTS)).isEqualTo(BLOCKED);
        Progress withdrawn = new Progress(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CREATED));
        assertThat(state(withdrawn, Optional.empty(), ENACTS)).isEqualTo(WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(ProposalState.class)
    void everyStateHasAWordOfLowerCaseLetters(ProposalState state) {
        assertThat(state.word()).matches("[a-z]+(-[a-z]+)?");
    }

    private static ProposalState state(Progress progress, Optional<Outcome> outcome, Instant now) {
        Proposal proposal = new Proposal(
                new UUID(0, 1),
                BodyRef.pool(new UUID(0, 2)),
                new UUID(0, 3),
                "Tea",
                "",
                new Action.Statement(),
                CREATED,
                OPENS,
                progress);
        return ProposalState.of(proposal, outcome, now);
    }

    private static Progress opened() {
        return new Progress(
                Optional.of(VOTE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Progress closed(Outcome outcome) {
        return new Progress(
                Optional.of(VOTE),
                Optional.of(CLOSES),
                Optional.of(outcome),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant just(Instant before) {
        return before.minusNanos(1000);
    }
}
