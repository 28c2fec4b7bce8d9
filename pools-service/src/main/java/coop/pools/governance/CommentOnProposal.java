package coop.pools.governance;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A member says something about a proposal, at any time, 1 to 5,000 characters. Refuses with
 * {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#MEMBERS_ONLY}, {@link GovernanceRefusal#TEXT_LENGTH},
 * {@link GovernanceRefusal#TEXT_UNREADABLE} and {@link GovernanceRefusal#ID_TAKEN}.
 */
public final class CommentOnProposal {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final CommentStore comments;
    private final Bodies bodies;

    public CommentOnProposal(
            Transactions transactions, Clock clock, ProposalStore proposals, CommentStore comments, Bodies bodies) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.comments = comments;
        this.bodies = bodies;
    }

    /**
     * The comment under this id; asking again with the id answers the one that exists.
     *
     * @param parent the comment of the same proposal that this one answers
     */
    public Comment comment(Caller caller, UUID id, UUID proposalId, Optional<UUID> parent, String text) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTransaction(() -> {
            Proposal proposal = proposals.find(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (!bodies.isMember(proposal.body(), author)) {
                throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
            }
            parent.ifPresent(other -> requireComment(proposalId, other));
            String words = Wording.lines("text", text, 1, 5_000);
            Comment comment = new Comment(id, proposalId, parent, author, words, clock.instant());
            return comments.insert(comment) ? comment : existing(comment);
        });
    }

    private void requireComment(UUID proposal, UUID id) {
        comments.find(id)
                .filter(c -> c.proposal().equals(proposal))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private Comment existing(Comment comment) {
        return comments.find(comment.id())
                .filter(c -> c.author().equals(comment.author()) && c.proposal().equals(comment.proposal()))
                .orElseThrow(() -> new Refused(GovernanceRefusal.ID_TAKEN));
    }
}
