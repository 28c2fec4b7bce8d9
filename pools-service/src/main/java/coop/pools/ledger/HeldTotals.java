package coop.pools.ledger;

import java.util.List;
import java.util.UUID;

/** What all books together say is held. */
public interface HeldTotals {
    /** What is held less what is lacking, of every book but these, by currency; in no particular order. */
    List<Held> except(List<UUID> books);

    /** A sum, in the currency's smallest unit; below zero when more is lacking than held. */
    record Held(String currency, long amountMinor) {}
}
