package coop.pools.reconciliation;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.treasury.ReadLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores the movements of money that the processor lists, from where the last reading stopped. */
public final class FetchMovements {
    /** Far more than two movements can be out of order. */
    private static final Duration OVERLAP = Duration.ofHours(2);

    /** While something differs: what seems to be missing may have been listed late, under an earlier date. */
    private static final Duration WIDE_OVERLAP = Duration.ofDays(40);

    private static final int MOST_PAGES = 50;

    private final ReadLists lists;
    private final PaymentProcessor processor;
    private final Transactions transactions;
    private final MovementStore store;
    private final Clock clock;

    public FetchMovements(
            ReadLists lists, PaymentProcessor processor, Transactions transactions, MovementStore store, Clock clock) {
        this.lists = lists;
        this.processor = processor;
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads on; false when there is more, or when another node reads.
     *
     * @param account the connected account; empty for the platform's own
     * @param widely whether to look far back too
     * @throws coop.pools.integrations.payments.PaymentFailure when the processor does not answer; nothing is lost
     */
    public boolean fetch(Optional<String> account, boolean widely) {
        Optional<ReadLists.Lease> lease = lists.take("movements:" + account.orElse("platform"), true);
        if (lease.isEmpty()) {
            return false;
        }
        try {
            return lease.get()
                    .read(new ReadLists.Plan<>(
                            widely ? WIDE_OVERLAP : OVERLAP,
                            Duration.between(Instant.EPOCH, clock.instant()),
                            MOST_PAGES,
                            (since, after) -> processor.listBalanceTransactions(since, after, account),
                            movements -> keep(movements, account.orElse(""))));
        } finally {
            lease.get().release(clock.instant());
        }
    }

    private void keep(List<BalanceTransaction> listed, String account) {
        List<ProcessorMovement> movements =
                listed.stream().map(one -> movement(one, account)).toList();
        transactions.inTransaction(() -> store.insert(movements));
    }

    private static ProcessorMovement movement(BalanceTransaction one, String account) {
        Optional<String> transfer = one.transferId()
                .or(() -> one.sourceId().filter(source -> one.category().equals("transfer")));
        return new ProcessorMovement(
                account,
                one.id(),
                one.category(),
                one.sourceId(),
                one.paymentId().or(() -> transfer).orElse(one.id()),
                one.contributionId(),
                one.words(),
                new Money(one.amountMinor(), one.currency()),
                new Money(one.feeMinor(), one.currency()),
                new Money(one.netMinor(), one.currency()),
                one.createdAt(),
                one.availableOn());
    }
}
