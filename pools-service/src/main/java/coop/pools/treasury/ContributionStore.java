package coop.pools.treasury;

import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contributions. Changes are written under the row's lock. */
public interface ContributionStore {
    /** Answers 0 and changes nothing when the id is taken. */
    int insert(Contribution contribution);

    Optional<Contribution> find(UUID id);

    /** This contribution will be locked in the present shared transaction. */
    default void expect(UUID id) {}

    /** Reads and locks the row until the transaction ends. */
    Optional<Contribution> lock(UUID id);

    /** The same by the processor's payment; empty when no contribution is known to have been paid by it. */
    Optional<Contribution> lockByPayment(String paymentId);

    /** Writes everything that can change; the row must be locked. */
    void save(Contribution contribution);

    /** Pending ones whose next try is due, oldest first. */
    List<Contribution> dueToCheck(Instant now, int limit);

    /** Whether anything into this Pool is begun and neither paid nor given up. */
    boolean isAnyPending(UUID pool);

    /** Those of them, oldest first. */
    List<Contribution> pendingInto(UUID pool, int limit);

    /** Booked ones that are to be read anew by now, oldest first. */
    List<Contribution> dueToRefresh(Instant now, int limit);

    /** Settled ones of which something is pending that is free by now, oldest first. */
    List<Contribution> dueToRelease(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    /** One person's contributions, the newest first. */
    List<Contribution> ofPerson(UUID person, int limit);
}
