package coop.pools.recurring;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What every step with recurring contributions needs.
 *
 * @param wake tells the jobs that there is something to do
 */
public record RecurringDesk(Transactions transactions, RecurringStore store, Clock clock, Runnable wake) {
    Instant now() {
        return clock.instant();
    }

    void wakeAfterCommit() {
        transactions.afterCommit(wake);
    }

    /** The row, locked until the transaction ends. */
    RecurringContribution locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The latest terms that were not dropped: what is or is about to be charged. */
    PaymentTerms present(UUID id) {
        return present(store.terms(id));
    }

    static PaymentTerms present(List<PaymentTerms> all) {
        return all.stream()
                .filter(terms -> !terms.dropped())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
