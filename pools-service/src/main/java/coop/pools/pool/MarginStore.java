package coop.pools.pool;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How much of a Pool's money may be taken back by givers before a payment that was put to the usual vote would be a large
 * one (articles 6.4 and 10.5). Read and written while the Pool's book is held.
 */
public interface MarginStore {
    /** Keeps the margin of a payment whose vote opens. */
    void insert(UUID proposal, UUID pool, Instant openedAt, long leftMinor);

    /**
     * The least margin of all payments whose vote opened then or later and that were not voted down or blocked; empty
     * when there is none.
     */
    OptionalLong least(UUID pool, Instant since);

    /** So much of what was given at this time goes back by a refund. */
    void take(UUID refund, UUID pool, Instant since, long minor);

    /** The refund has come to nothing: what it took is there again. Doing it again changes nothing. */
    void giveBack(UUID refund);
}
