package coop.pools.treasury;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Card money of a Pool that has not come to rest. */
public interface UnderWayStore {
    /** Shares that are paid and cannot be spent yet, the first to be free first. */
    List<Piece> arriving(UUID pool, int limit);

    /** Refunds that have not been confirmed, oldest first. */
    List<Piece> refunds(UUID pool, int limit);

    /** Disputes that have not been decided, the first whose evidence is due first. */
    List<Piece> disputes(UUID pool, int limit);

    /**
     * One piece of it.
     *
     * @param amountMinor of the share, the refund or the dispute
     * @param at when it is free, or until when evidence is due; empty when nobody knows
     */
    record Piece(UUID contributionId, long amountMinor, String currency, Optional<Instant> at) {}
}
