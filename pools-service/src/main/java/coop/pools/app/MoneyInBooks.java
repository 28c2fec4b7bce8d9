package coop.pools.app;

import coop.pools.custody.HeldMoney;
import coop.pools.ledger.Ledger;
import coop.pools.recurring.RecurringStore;
import coop.pools.treasury.ContributionStore;
import java.util.UUID;

/** Whether anything stands in a Pool's book, or may still be paid into it: once begun, or again every month or year. */
record MoneyInBooks(Ledger ledger, ContributionStore contributions, RecurringStore recurring) implements HeldMoney {
    @Override
    public boolean isAny(UUID pool) {
        boolean held = ledger.accountBalances(pool).entrySet().stream()
                .anyMatch(account ->
                        isOwned(account.getKey()) && !account.getValue().isZero());
        return held || contributions.isAnyPending(pool) || recurring.isAnyPresent(pool);
    }

    private static boolean isOwned(String account) {
        return account.startsWith("assets:") || account.startsWith("liabilities:");
    }
}
