package coop.pools.recurring;

import coop.pools.kernel.Money;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.SharePlan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores new terms, and the order to charge another amount. Called inside a transaction, with the row locked. */
final class NewTerms {
    private final RecurringDesk desk;

    NewTerms(RecurringDesk desk) {
        this.desk = desk;
    }

    /** A change of shares alone is ours to make: the processor knows nothing of them. */
    void store(UUID orderId, UUID recurring, Money amount, Optional<Money> meant, List<SharePlan> shares) {
        List<PaymentTerms> all = desk.store().terms(recurring);
        PaymentTerms present = RecurringDesk.present(all);
        PaymentTerms latest = all.get(all.size() - 1);
        PaymentTerms next = present.next(latest.no() + 1, amount, meant, shares, desk.now());
        desk.store().insertTerms(recurring, next);
        if (!amount.equals(present.amount())) {
            desk.store()
                    .insertOrder(MemberOrder.wanted(
                            orderId, recurring, MemberOrder.Kind.CHANGE_AMOUNT, Optional.of(next.no()), desk.now()));
            desk.wakeAfterCommit();
        }
    }
}
