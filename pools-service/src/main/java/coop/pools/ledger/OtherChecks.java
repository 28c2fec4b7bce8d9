package coop.pools.ledger;

import java.util.List;

/** What else is checked about the books, outside of them; implemented above. */
public interface OtherChecks {
    /** In the order of telling. */
    List<Check> all();

    /**
     * One of them.
     *
     * @param good whether nothing needs anybody's eye
     * @param path where more is said
     */
    record Check(boolean good, String text, String path) {}
}
