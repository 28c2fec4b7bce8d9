package coop.pools.treasury;

import coop.pools.kernel.Transactions;
import java.time.Clock;

/** What every step with contributions needs. */
public record TreasuryDesk(
        Transactions transactions, ContributionStore contributions, ChargeStore charges, Clock clock) {}
