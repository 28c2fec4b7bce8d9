package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A person votes, or votes anew: the latest ballot counts, and casting the same again changes nothing. A vote that is
 * due opens first.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#MEMBERS_ONLY},
 * {@link GovernanceRefusal#NOT_IN_ELECTORATE}, {@link GovernanceRefusal#VOTING_NOT_OPEN},
 * {@link GovernanceRefusal#VOTING_CLOSED}, {@link GovernanceRefusal#PROPOSAL_WITHDRAWN},
 * {@link GovernanceRefusal#PROPOSAL_BLOCKED}, {@link GovernanceRefusal#BALLOT_NOT_VALID},
 * {@link GovernanceRefusal#REASON_NEEDED}, {@link GovernanceRefusal#MUST_ABSTAIN}, {@link GovernanceRefusal#BALLOT_IS_FINAL}, {@link GovernanceRefusal#TEXT_LENGTH} and
 * {@link GovernanceRefusal#TEXT_UNREADABLE}.
 */
public final class CastBallot {
    private final Transactions transactions;
    private final Clock clock;
    private final BallotBox box;

    public CastBallot(Transactions transactions, Clock clock, BallotBox box) {
        this.transactions = transactions;
        this.clock = clock;
        this.box = box;
    }

    /**
     * The ballot that counts now.
     *
     * @param reason plain text for the other members, at most 2,000 characters, may be empty
     */
    public Ballot cast(Caller caller, UUID proposal, Choice choice, String reason) {
        return cast(caller, proposal, NewBallot.of(choice, reason));
    }

    /** The ballot that counts now. */
    public Ballot cast(Caller caller, UUID proposal, NewBallot wanted) {
        UUID person = caller.require(Scope.VOTE);
        String words = Wording.lines("reason", wanted.reason(), 0, 2_000);
        Optional<NewBallot> ballot = Optional.of(new NewBallot(wanted.mark(), words, wanted.interest()));
        box.refuseEarly(proposal, person, ballot, clock.instant());
        return transactions.inSharedTransaction(
                () -> box.put(proposal, person, ballot, clock).orElseThrow());
    }
}
