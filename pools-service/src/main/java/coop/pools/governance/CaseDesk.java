package coop.pools.governance;

import coop.pools.kernel.Transactions;
import java.time.Clock;

/** What every step of a dispute needs. */
public record CaseDesk(Transactions transactions, DisputeStore store, ProposalStore proposals, Clock clock) {}
