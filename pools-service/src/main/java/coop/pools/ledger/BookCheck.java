package coop.pools.ledger;

import java.util.Optional;
import java.util.UUID;

/** What else must fit to a book: the ledger does not know contributions and payouts, but others do. */
public interface BookCheck {
    /**
     * What is wrong, in words without anybody's name; empty when nothing is.
     *
     * @param afterSeq only what was booked after this entry need be looked at; 0 for everything
     */
    Optional<String> wrongWith(UUID book, long afterSeq);
}
