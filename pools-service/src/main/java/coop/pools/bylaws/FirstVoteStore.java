package coop.pools.bylaws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the first of two votes on entrenched rules. */
public interface FirstVoteStore {
    /** False when this proposal has been kept before. */
    boolean insert(FirstVote vote);

    /** Those of a body without a second vote, the latest first, at most 200. */
    List<FirstVote> unfinished(UUID bodyId);

    /** The vote of a proposal that was a first one. */
    Optional<FirstVote> find(UUID proposalId);

    /** Those whose second vote can be proposed now, and of which nobody has been told so; the earliest first. */
    List<FirstVote> due(Instant now, int limit);

    /** 0 when it has been marked before. */
    int markTold(UUID proposalId, Instant at);

    /** Names the second vote; false when there was one. */
    boolean finish(UUID proposalId, UUID second);
}
