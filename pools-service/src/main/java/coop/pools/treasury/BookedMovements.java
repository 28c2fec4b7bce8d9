package coop.pools.treasury;

import coop.pools.treasury.domain.BookedMovement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What the books say has moved at the processor, for whoever compares. Subjects are payments or transfers, by the
 * processor's id.
 */
public interface BookedMovements {
    /** All movements of these subjects, in no particular order; those that the books do not know have none. */
    List<BookedMovement> of(Collection<String> subjects);

    /** Subjects that something was booked about since then, in the order of their ids, after one of them. */
    List<String> subjectsSince(Instant since, String after, int limit);
}
