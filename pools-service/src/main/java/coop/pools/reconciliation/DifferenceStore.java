package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.Difference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Differences between the books and the processor. One is known by its kind, category and object. */
public interface DifferenceStore {
    /** Writes what it says now and that it was seen; 0 when it is not known yet. One that had resolved is open again. */
    int seen(Difference difference, Instant at);

    void insert(UUID id, Difference difference, Instant at);

    /** Open ones of these subjects. */
    List<Known> openOf(Collection<String> subjects);

    /** The open one of this kind about this object. */
    Optional<Known> openOfObject(Difference.Kind kind, String object);

    void resolve(UUID id, Instant at);

    /** Subjects of open ones, in the order of their ids. */
    List<String> openSubjects(String after, int limit);

    long countOpen();

    /** Open ones, the newest first. */
    List<Known> open(int limit);

    /** Open ones first seen until then, in the order of their ids, after one of them. */
    List<Known> openSince(Instant until, UUID after, int limit);

    /** What nobody knows has taken from the platform's account, less what it brought, by currency, below zero. */
    List<MovementStore.Sum> taken();

    /** A difference and since when it is known. */
    record Known(UUID id, Difference difference, Instant firstSeenAt, Optional<Instant> resolvedAt) {}
}
