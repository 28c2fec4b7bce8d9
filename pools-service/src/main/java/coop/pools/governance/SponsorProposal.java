package coop.pools.governance;

import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member other than the author stands behind a proposal in discussion, or does so no longer. Where the rules ask for
 * sponsors, its vote does not open without them. Again changes nothing.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#MEMBERS_ONLY},
 * {@link GovernanceRefusal#NOT_BY_THE_AUTHOR} and {@link GovernanceRefusal#NOT_IN_THIS_STATE}.
 */
public final class SponsorProposal {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Bodies bodies;

    public SponsorProposal(
            Transactions transactions,
            Clock clock,
            ProposalStore proposals,
            PreparationStore preparations,
            Bodies bodies) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.preparations = preparations;
        this.bodies = bodies;
    }

    /** @param behind whether the caller stands behind it from now on */
    public void sponsor(Caller caller, UUID id, boolean behind) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            Proposal proposal = proposals.lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            Instant now = clock.instant();
            if (!bodies.isMember(proposal.body(), person)) {
                throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
            }
            if (proposal.author().equals(person)) {
                throw new Refused(GovernanceRefusal.NOT_BY_THE_AUTHOR);
            }
            boolean unopened = proposal.progress().vote().isEmpty()
                    && ProposalState.of(proposal, Optional.empty(), now) == ProposalState.DISCUSSION;
            if (!unopened) {
                throw new Refused(GovernanceRefusal.NOT_IN_THIS_STATE, Map.of("move", Move.SPONSOR.word()));
            }
            count(proposal, person, behind, now);
        });
    }

    private void count(Proposal proposal, UUID person, boolean behind, Instant now) {
        Preparation before = proposal.progress().preparation();
        UUID id = proposal.id();
        boolean already = preparations.sponsors(id).contains(person);
        if (already == behind) {
            return;
        }
        if (behind) {
            preparations.sponsor(id, person, before.version(), now);
        } else {
            preparations.unsponsor(id, person);
        }
        int sponsors = before.sponsors() + (behind ? 1 : -1);
        boolean enough = sponsors >= before.sponsorsNeeded();
        preparations.countSponsors(id, sponsors, enough ? proposal.opensAt() : proposal.lapsesAt());
    }
}
