package coop.pools.app;

import coop.pools.custody.HeldMoney;
import coop.pools.ledger.Ledger;
import coop.pools.treasury.ContributionStore;
import java.util.UUID;

/** Whether anything stands in a Pool's book, or may still be paid into it. */
record MoneyInBooks(Ledger ledger, ContributionStore contributions) implements HeldMoney {
    @Override
    public boolean isAny(UUID pool) {
        boolean held = ledger.accountBalances(pool).entrySet().stream()
                .anyMatch(account ->
                        isOwned(account.getKey()) && !account.getValue().isZero());
        return held || contributions.isAnyPending(pool);
    }

    private static boolean isOwned(String account) {
        return account.startsWith("assets:") || account.startsWith("liabilities:");
    }
}
