package coop.pools.ledger;

import coop.pools.kernel.Caller;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of what caused entries, which the ledger does not know; implemented in the wiring. */
public interface CausePages {
    /** Nothing has a page. */
    CausePages NONE = (caller, book, entries) -> Map.of();

    /**
     * By cause; what has no page is not among them. Only what the caller may see is linked.
     *
     * @param entries of this book, at most a page of them
     */
    Map<Cause, Links> of(Caller caller, UUID book, List<Entry> entries);

    /**
     * Paths of ours.
     *
     * @param page of the cause: for a contribution the one with its receipt
     * @param vote that decided it
     * @param papers what was handed in for it, such as receipts
     */
    record Links(String page, Optional<String> vote, Optional<String> papers) {
        public static Links to(String page) {
            return new Links(page, Optional.empty(), Optional.empty());
        }
    }
}
