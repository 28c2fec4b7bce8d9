package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Claim;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Soon;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A person votes, or votes anew: the latest ballot counts, and casting the same again changes nothing. A vote that is
 * due opens first.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#MEMBERS_ONLY},
 * {@link GovernanceRefusal#NOT_IN_ELECTORATE}, {@link GovernanceRefusal#CONCERNED_POOL_DOES_NOT_VOTE}, {@link GovernanceRefusal#VOTING_NOT_OPEN},
 * {@link GovernanceRefusal#VOTING_CLOSED}, {@link GovernanceRefusal#PROPOSAL_WITHDRAWN},
 * {@link GovernanceRefusal#PROPOSAL_BLOCKED}, {@link GovernanceRefusal#BALLOT_NOT_VALID},
 * {@link GovernanceRefusal#REASON_NEEDED}, {@link GovernanceRefusal#MUST_ABSTAIN}, {@link GovernanceRefusal#BALLOT_IS_FINAL}, {@link GovernanceRefusal#TEXT_LENGTH} and
 * {@link GovernanceRefusal#TEXT_UNREADABLE}.
 */
public final class CastBallot {
    private final BallotBox box;

    public CastBallot(BallotBox box) {
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
        return cast(caller, proposal, paper -> wanted);
    }

    /** The ballot that counts now, as it is read for the proposal's paper. */
    public Ballot cast(Caller caller, UUID proposal, Function<BallotPaper, NewBallot> reading) {
        caller.require(Scope.VOTE);
        return cast(Claim.of(caller), proposal, reading);
    }

    private Ballot cast(Claim claim, UUID proposal, Function<BallotPaper, NewBallot> reading) {
        return Soon.awaited(castSoon(claim, proposal, reading));
    }

    /** The same, by somebody who is yet to be recognised; completed when the ballot is durable. */
    public CompletableFuture<Ballot> castSoon(Claim claim, UUID proposal, Function<BallotPaper, NewBallot> reading) {
        Function<BallotPaper, NewBallot> worded = paper -> {
            NewBallot wanted = reading.apply(paper);
            return new NewBallot(wanted.mark(), Wording.lines("reason", wanted.reason(), 0, 2_000), wanted.interest());
        };
        return box.takeSoon(new BallotBox.Wish(claim, proposal, Optional.of(worded)))
                .thenApply(Optional::orElseThrow);
    }
}
