package coop.pools.ledger;

import coop.pools.ledger.domain.Entry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came into and went out of all accounts of one holder in a book. What moves between these is left out. */
public interface HolderStore {
    /** The kind of {@link Sum} of everything that was booked before a span. */
    String BEFORE = "before";

    /** By kind of cause, each at most once for what came and once for what went; all as they stood at one moment. */
    List<Sum> sums(Span span);

    /** The entries within a span after a number, ascending. */
    List<Entry> moved(Span span, long afterSeq, int limit);

    /**
     * A holder's entries in a stretch of time.
     *
     * @param holder what the names of its accounts end with, after a colon; all are of the kind that a credit raises
     * @param upTo the last entry that is looked at
     * @param until not booked then or later
     */
    record Span(UUID book, String holder, long upTo, Instant from, Instant until) {
        /** For SQL's {@code like}. Slugs have no letters that mean something there. */
        public String accounts() {
            return "equity:%:" + holder;
        }
    }

    /** @param amount above zero, whether it came or went */
    record Sum(String kind, boolean came, long amount) {}
}
