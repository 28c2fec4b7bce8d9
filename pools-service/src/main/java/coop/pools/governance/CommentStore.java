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

    /** How many comments somebody has written since a moment, wherever they stand. */
    long countSince(UUID author, Instant since);

    /** How many people stand where, by what each said last. */
    List<StanceRow> stanceRows(UUID proposal);

    /** What each person said last about where they stand, the newest first. */
    List<Comment> latestStances(UUID proposal, int limit);

    /** So many people. @param stance the word */
    record StanceRow(String stance, long people) {}

    /** Oldest first, written after the given moment or at it with a higher id. */
    List<Comment> of(UUID proposal, Instant after, UUID afterId, int limit);
}
