package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.treasury.RepairPayment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has payments looked at anew that the processor tells more of than the books. It books nothing: whatever is true comes
 * in by the ways that it would have come, and the difference resolves.
 */
public final class RepairDifferences {
    private static final int MOST = 500;
    private static final Set<Difference.Kind> MAY_COME =
            Set.of(Difference.Kind.MISSING_IN_BOOKS, Difference.Kind.UNKNOWN, Difference.Kind.FEE);

    private final DifferenceStore differences;
    private final MovementStore movements;
    private final RepairPayment repairPayment;

    public RepairDifferences(DifferenceStore differences, MovementStore movements, RepairPayment repairPayment) {
        this.differences = differences;
        this.movements = movements;
        this.repairPayment = repairPayment;
    }

    /** The newest 500. */
    public void repair() {
        List<String> subjects = differences.open(MOST).stream()
                .map(DifferenceStore.Known::difference)
                .filter(difference -> MAY_COME.contains(difference.kind()))
                .map(Difference::subject)
                .distinct()
                .toList();
        Map<String, Optional<String>> payments = new LinkedHashMap<>();
        for (ProcessorMovement movement : movements.ofSubjects(subjects)) {
            payments.merge(movement.subject(), movement.contributionId(), (one, other) -> one.or(() -> other));
        }
        payments.forEach(repairPayment::repair);
    }
}
