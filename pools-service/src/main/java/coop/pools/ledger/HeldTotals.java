package coop.pools.ledger;

import java.util.List;
import java.util.UUID;

/** What all books together say is held. */
public interface HeldTotals {
    /**
     * What the operator holds for all books, less what is lacking, by currency; in no particular order.
     *
     * @param books of Pools whose money is elsewhere: of these only what is still there, less what they owe there
     */
    List<Held> except(List<UUID> books);

    /** A sum, in the currency's smallest unit; below zero when more is lacking than held. */
    record Held(String currency, long amountMinor) {}
}
