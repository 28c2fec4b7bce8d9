package coop.pools.governance;

import coop.pools.governance.domain.Comment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the discussion; only ever adds. */
public interface CommentStore {
    /** False when the id is in use. */
    boolean insert(Comment comment);

    Optional<Comment> find(UUID id);

    /** Oldest first, written after the given moment or at it with a higher id. */
    List<Comment> of(UUID proposal, Instant after, UUID afterId, int limit);
}
