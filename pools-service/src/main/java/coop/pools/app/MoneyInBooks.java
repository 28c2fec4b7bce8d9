package coop.pools.app;

import coop.pools.custody.HeldMoney;
import coop.pools.ledger.Ledger;
import coop.pools.recurring.RecurringStore;
import coop.pools.treasury.ContributionStore;
import java.util.UUID;

/** What stands in a Pool's book, and what may still be paid into it: once begun, or again every month or year. */
record MoneyInBooks(Ledger ledger, ContributionStore contributions, RecurringStore recurring) implements HeldMoney {
    @Override
    public Left of(UUID pool) {
        boolean held = ledger.accountBalances(pool).entrySet().stream()
                .anyMatch(account ->
                        isOwned(account.getKey()) && !account.getValue().isZero());
        return new Left(held, contributions.isAnyPending(pool), recurring.isAnyPresent(pool));
    }

    private static boolean isOwned(String account) {
        // What contributors owe, or the bank holds in disputes, is nobody's to hand over: it comes back where it was
        // taken.
        return account.startsWith("assets:") && !account.startsWith("assets:receivable:")
                || account.startsWith("liabilities:");
    }
}
