package coop.pools.expense;

import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Transactions;
import coop.pools.payout.PayeeStore;
import java.time.Clock;

/** What taking expenses needs. */
public record ExpenseDesk(
        Transactions transactions, ExpenseStore expenses, PayeeStore payees, ReadPeople people, Clock clock) {}
