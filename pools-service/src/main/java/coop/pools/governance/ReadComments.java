package coop.pools.governance;

import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Stance;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the discussion of a proposal, which is among its {@link Audience}. Refuses with {@link CommonRefusal#NOT_FOUND} and
 * {@link GovernanceRefusal#MEMBERS_ONLY}.
 */
public final class ReadComments {
    private final ProposalStore proposals;
    private final CommentStore comments;
    private final Audience audience;

    public ReadComments(ProposalStore proposals, CommentStore comments, Audience audience) {
        this.proposals = proposals;
        this.comments = comments;
        this.audience = audience;
    }

    /** How many people stand where before the vote, by the words of {@link Stance}; for members. */
    public Map<Stance, Long> stances(UUID proposal) {
        Map<Stance, Long> stances = new EnumMap<>(Stance.class);
        comments.stanceRows(proposal)
                .forEach(row -> Stance.ofWord(row.stance()).ifPresent(stance -> stances.put(stance, row.people())));
        return stances;
    }

    /** The words in which people last said where they stand, the newest first, at most 60; for members. */
    public List<Comment> standing(UUID proposal) {
        return comments.latestStances(proposal, 60);
    }

    /** Whether the caller may read what is said. Refused with NOT_FOUND. */
    public boolean isOpenTo(Caller caller, UUID id) {
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return caller.reader()
                .filter(person -> audience.includes(proposal.body(), person))
                .isPresent();
    }

    /**
     * Comments, oldest first.
     *
     * @param after the last comment of the page before
     * @param limit at most 200
     */
    public Listing<Comment> of(Caller caller, UUID proposalId, Optional<UUID> after, int limit) {
        UUID person = caller.require(Scope.READ);
        Proposal proposal = proposals.find(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!audience.includes(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        Optional<Comment> last = after.map(id -> comments.find(id)
                .filter(c -> c.proposal().equals(proposalId))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
        List<Comment> rows = comments.of(
                proposalId,
                last.map(Comment::createdAt).orElse(Instant.EPOCH),
                last.map(Comment::id).orElse(new UUID(0, 0)),
                Listing.reach(limit));
        return Listing.of(rows, limit, Comment::id);
    }
}
