package coop.pools.reconciliation;

import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down what a comparison has found. */
public final class RecordRun {
    private final Transactions transactions;
    private final RunStore runs;
    private final DifferenceStore differences;
    private final MovementStore movements;
    private final Clock clock;

    public RecordRun(
            Transactions transactions,
            RunStore runs,
            DifferenceStore differences,
            MovementStore movements,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.differences = differences;
        this.movements = movements;
        this.clock = clock;
    }

    /** The comparison as it is kept. */
    public Run ended(UUID id, Instant from, Instant to, List<Total> totals) {
        return transactions.inTransaction(() -> {
            long open = differences.countOpen();
            Run run = new Run(
                    id, from, to, clock.instant(), movements.count(), open, Run.Result.of(open, totals), totals);
            runs.insert(run);
            return run;
        });
    }

    Optional<Run> latest() {
        return runs.latest();
    }
}
