package coop.pools.ledger.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The transfers of one cause in one book, written together.
 *
 * @param actor {@code person:ID}, {@code proposal:ID} or {@code processor}
 * @param transfers at least one
 */
public record Posting(UUID book, Cause cause, Instant at, String actor, List<Transfer> transfers) {
    public Posting {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a posting without transfers");
        }
    }
}
