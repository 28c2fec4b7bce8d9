package coop.pools.custody;

import coop.pools.kernel.Transactions;
import java.time.Clock;

/** What every step of custody needs. */
public record CustodyDesk(Transactions transactions, CustodyStore store, CustodyWords words, Clock clock) {}
