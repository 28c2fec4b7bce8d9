package coop.pools.reconciliation;

import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator says that a movement which is of no Pool is their own business on the same account. It counts as theirs in
 * the sums from then on, for everybody to see. What belongs to a contribution or payout cannot be claimed.
 */
public final class ClaimAsOwn {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimAsOwn.class);

    private final Transactions transactions;
    private final DifferenceStore differences;
    private final MovementStore movements;
    private final Clock clock;

    public ClaimAsOwn(Transactions transactions, DifferenceStore differences, MovementStore movements, Clock clock) {
        this.transactions = transactions;
        this.differences = differences;
        this.movements = movements;
        this.clock = clock;
    }

    /** False when no open difference says that this movement is unknown. */
    public boolean claim(String transactionId) {
        return transactions.inTransaction(() -> {
            Optional<DifferenceStore.Known> unknown = differences.openOfObject(Difference.Kind.UNKNOWN, transactionId);
            unknown.ifPresent(known -> {
                movements.stand(
                        movements.ofSubjects(List.of(known.difference().subject())).stream()
                                .filter(movement -> movement.id().equals(transactionId))
                                .toList(),
                        Standing.PLATFORM);
                differences.resolve(known.id(), clock.instant());
                LOG.warn("the operator claims {} as their own: {}", transactionId, known.difference());
            });
            return unknown.isPresent();
        });
    }
}
