package coop.pools.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notes who takes part, from the votes that have closed. */
public interface TakingPartStore {
    /** Up to which vote it has been noted; held until the transaction ends. */
    Upto lock();

    void move(Instant upto, UUID uptoId);

    /** Votes that closed after that one and before a moment, in the order of their close. */
    List<Upto> closed(Instant upto, UUID uptoId, Instant before, int limit);

    /**
     * Notes everybody who proposed, voted or spoke there; who was noted since {@code stale} is left as they are. Answers
     * how many were noted.
     */
    int note(UUID proposal, Instant at, Instant stale);

    /** A closed vote. */
    record Upto(Instant upto, UUID uptoId) {}
}
