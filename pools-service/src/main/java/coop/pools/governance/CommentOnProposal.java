package coop.pools.governance;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Stance;
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
 * {@link GovernanceRefusal#TEXT_UNREADABLE}, {@link GovernanceRefusal#COMMENTS_TOO_MANY} and
 * {@link GovernanceRefusal#ID_TAKEN}.
 */
public final class CommentOnProposal {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final CommentStore comments;
    private final Listeners listeners;

    public CommentOnProposal(
            Transactions transactions,
            Clock clock,
            ProposalStore proposals,
            CommentStore comments,
            Listeners listeners) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.comments = comments;
        this.listeners = listeners;
    }

    /**
     * What somebody says.
     *
     * @param parent the comment of the same proposal that this one answers
     * @param text Markdown; a member's name after an @ leaves word for that member, in the first twenty comments of a day
     * @param stance where they stand; it binds nobody
     */
    public record Said(Optional<UUID> parent, String text, Optional<Stance> stance) {}

    /**
     * The comment under this id; asking again with the id answers the one that exists.
     */
    public Comment comment(Caller caller, UUID id, UUID proposalId, Said said) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTurn(author, () -> {
            Proposal proposal = proposals.find(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            listeners.requireMember(proposal, author);
            said.parent().ifPresent(other -> requireComment(proposalId, other));
            String words = Wording.lines("text", said.text(), 1, 5_000);
            Comment comment = new Comment(id, proposalId, said.parent(), author, words, said.stance(), clock.instant());
            if (comments.find(id).isPresent()) {
                return existing(comment);
            }
            long before = Restraint.requireFew(comments, author, comment.createdAt());
            if (!comments.insert(comment)) {
                return existing(comment);
            }
            if (before < Restraint.MOST_CALLING) {
                listeners.tell(proposal, comment);
            }
            return comment;
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
